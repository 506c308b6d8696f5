import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database, Tx } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { inputHashOf } from "#lib/operations/input-hash.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { refusalOf } from "#lib/refusal.ts";
import { viewOps } from "#lib/saved-views/noun.ts";
import { themeOps } from "#lib/themes/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const theme = (title: string) => ({ title, tribeId: cast.id.pla });

async function createTheme(title: string, call = newCall(now), actor = cast.louis) {
  return write(actor, call, { operation: themeOps.created }, async (w) => {
    const [id = ""] = await w.insert("theme", [theme(title)]);
    return { id };
  });
}

describe("an operation", () => {
  it("records who did what to which row, from what to what", async () => {
    const call = newCall(now);
    const { id } = await createTheme("Rapports perdus", call);
    const edit = newCall(now);
    await write(cast.louis, edit, { operation: themeOps.edited }, async (w) =>
      w.update("theme", [id], { title: "Rapports perdus en sous-sol" }, 1),
    );
    const changes = await database.change.findMany({
      where: { rowId: id },
      orderBy: { id: "asc" },
    });
    expect(
      changes.map((change) => [change.before, change.versionBefore, change.versionAfter]),
    ).toEqual([
      [null, null, 1],
      [{ title: "Rapports perdus" }, 1, 2],
    ]);
    expect(changes[1]?.after).toEqual({ title: "Rapports perdus en sous-sol" });
    const operation = await database.operation.findUnique({ where: { id: edit.operationId } });
    expect(operation).toMatchObject({ actorId: cast.louis.id, name: "theme.edited", at: now });
  });

  it("acts once when sent twice, and gives the first answer again", async () => {
    const call = newCall(now);
    const [first, second] = await Promise.all([
      createTheme("Une seule fois", call),
      createTheme("Une seule fois", call),
    ]);
    expect(second).toEqual(first);
    expect(await createTheme("Une seule fois", call)).toEqual(first);
    expect(await database.theme.count({ where: { title: "Une seule fois" } })).toBe(1);
  });

  it("refuses an id that somebody else used", async () => {
    const call = newCall(now);
    await createTheme("À moi", call);
    await expect(createTheme("À moi", call, cast.aissatou)).rejects.toMatchObject({
      key: "operation-id-taken",
    });
  });

  it("leaves nothing behind when its work fails", async () => {
    const call = newCall(now);
    const failing = write(cast.louis, call, { operation: themeOps.created }, async (w) => {
      await w.insert("theme", [theme("Jamais")]);
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    expect(await database.theme.count({ where: { title: "Jamais" } })).toBe(0);
    expect(await database.operation.count({ where: { id: call.operationId } })).toBe(0);
  });

  it("tells the later of two editors, and keeps the first one's text", async () => {
    const { id } = await createTheme("À deux");
    const rename = (title: string) =>
      write(cast.louis, newCall(now), { operation: themeOps.edited }, async (w) =>
        w.update("theme", [id], { title }, 1),
      );
    await rename("Par l'un");
    await expect(rename("Par l'autre")).rejects.toMatchObject({ key: "changed-meanwhile" });
    expect((await database.theme.findUnique({ where: { id } }))?.title).toBe("Par l'un");
  });

  it("can be edited by nobody", async () => {
    await createTheme("Gravé");
    for (const rewriting of [
      "UPDATE change SET after = '{}'",
      "DELETE FROM change",
      "DELETE FROM operation",
      "UPDATE operation SET name = 'undo'",
      "TRUNCATE change",
      "TRUNCATE operation CASCADE",
      "TRUNCATE initiative CASCADE",
      "TRUNCATE check_in",
      "TRUNCATE roadmap_picture",
      "TRUNCATE operation_undo",
    ]) {
      await expect(database.$executeRawUnsafe(rewriting)).rejects.toThrow("append-only");
    }
  });
});

describe("undo", () => {
  it("puts back what was changed, deleted and created, and says so", async () => {
    const { id } = await createTheme("Avant");
    const call = newCall(now);
    await write(cast.louis, call, { operation: themeOps.edited }, async (w) => {
      await w.update("theme", [id], { title: "Après", description: "neuve" });
      await w.insert("theme", [theme("Née avec")]);
      return null;
    });
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await database.theme.findUnique({ where: { id } })).toMatchObject({
      title: "Avant",
      description: "",
    });
    expect(await database.theme.count({ where: { title: "Née avec" } })).toBe(0);
    expect(
      await database.operationUndo.findUnique({ where: { operationId: call.operationId } }),
    ).not.toBeNull();
  });

  it("stays possible for acts from before a table got another column", async () => {
    const { id } = await createTheme("Avant la colonne");
    const made = newCall(now);
    await write(cast.louis, made, { operation: themeOps.created }, async (w) => {
      await w.insert("theme", [theme("Née avant")]);
      await w.update("theme", [id], { title: "Changé" });
      return null;
    });
    await database.$executeRaw`ALTER TABLE theme ADD COLUMN colour text NOT NULL DEFAULT 'grey'`;
    try {
      await undoOperation(cast.louis, { operationId: made.operationId }, newCall(now));
      expect(await database.theme.count({ where: { title: "Née avant" } })).toBe(0);
      expect(await database.theme.findUnique({ where: { id } })).toMatchObject({
        title: "Avant la colonne",
      });
    } finally {
      await database.$executeRaw`ALTER TABLE theme DROP COLUMN colour`;
    }
  });

  it("brings back a deleted row as it was", async () => {
    const view = {
      personId: cast.louis.id,
      screen: "insights",
      name: "Mes bugs",
      query: "kind=bug",
    };
    const made = await write(cast.louis, newCall(now), { operation: viewOps.saved }, async (w) =>
      w.insert("saved_view", [view]),
    );
    const before = await database.savedView.findFirst({ where: { id: made[0] ?? "" } });
    const call = newCall(now);
    await write(cast.louis, call, { operation: viewOps.removed }, async (w) =>
      w.remove("saved_view", made),
    );
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await database.savedView.findFirst({ where: { id: made[0] ?? "" } })).toEqual(before);
  });

  it("keeps what somebody else wrote since, and asks", async () => {
    const { id } = await createTheme("Un");
    const call = newCall(now);
    await write(cast.louis, call, { operation: themeOps.edited }, async (w) =>
      w.update("theme", [id], { title: "Deux" }),
    );
    await write(cast.aissatou, newCall(now), { operation: themeOps.edited }, async (w) =>
      w.update("theme", [id], { title: "Trois" }),
    );
    const undoing = undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    await expect(undoing).rejects.toMatchObject({ key: "undo-changed-since" });
    expect((await database.theme.findUnique({ where: { id } }))?.title).toBe("Trois");
  });

  it("is for one's own acts, once", async () => {
    const call = newCall(now);
    await createTheme("Le mien", call);
    const undo = (actor = cast.louis) =>
      undoOperation(actor, { operationId: call.operationId }, newCall(now));
    await expect(undo(cast.aissatou)).rejects.toMatchObject({ key: "undo-not-yours" });
    await undo();
    await expect(undo()).rejects.toMatchObject({ key: "undo-done-before" });
    await expect(
      undoOperation(system, { operationId: randomUUID() }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-found" });
  });
});

describe("an operation id used again", () => {
  const asked = (input: unknown, operationId: string) => ({
    ...{ ...inParis(now), operationId, inputHash: inputHashOf(input) },
  });

  it("gives the first result for the same content, in whatever order its fields come", async () => {
    const operationId = randomUUID();
    const first = await createTheme("Une fois", asked({ a: 1, b: [2] }, operationId));
    expect(await createTheme("Une fois", asked({ b: [2], a: 1 }, operationId))).toEqual(first);
    expect(await database.theme.count({ where: { title: "Une fois" } })).toBe(1);
  });

  it("is refused with other content, and nothing is written", async () => {
    const operationId = randomUUID();
    await createTheme("Ceci", asked({ title: "Ceci" }, operationId));
    await expect(createTheme("Cela", asked({ title: "Cela" }, operationId))).rejects.toThrow(
      "operation-asked-otherwise",
    );
    expect(await database.theme.count({ where: { title: "Cela" } })).toBe(0);
    await expect(
      database.$executeRaw`UPDATE operation SET input_hash = NULL WHERE id = ${operationId}::uuid`,
    ).rejects.toThrow("append-only");
  });
});

describe("a wait that is too long", () => {
  async function refused(impatience: string, work: (tx: Tx) => Promise<unknown>) {
    const { promise: done, resolve: end } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const holding = async (tx: Tx) => {
      await tx.$queryRaw`SELECT id FROM tribe ORDER BY id FOR UPDATE`;
      hold();
      await done;
    };
    const other = database.$transaction(holding, { timeout: 300_000 });
    await held;
    const error = await write(
      cast.louis,
      newCall(now),
      { operation: themeOps.created },
      async (w) => {
        await w.tx.$queryRaw`SELECT set_config(${impatience}, '50', true)`;
        await work(w.tx);
        return null;
      },
    ).catch((caught: unknown) => caught);
    end();
    await other;
    return refusalOf(error);
  }

  it("is told as busy at the edges, whether a lock or a statement waited, in SQL or through the client", async () => {
    const raw = (tx: Tx) => tx.$queryRaw`SELECT id FROM tribe FOR UPDATE`;
    const client = (tx: Tx) => tx.tribe.updateMany({ data: { name: "X" } });
    for (const work of [raw, client])
      for (const impatience of ["lock_timeout", "statement_timeout"])
        expect(await refused(impatience, work)).toMatchObject({ key: "busy" });
  });

  it("is nothing that a bug is told as", () => {
    expect(refusalOf(new RangeError("x"))).toBeNull();
  });
});
