import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActorBySession } from "#lib/auth/reads/actors.ts";
import { closeSession, openSession } from "#lib/auth/writes/sessions.ts";
import { createDatabase, type Database } from "#lib/db.ts";
import { importOps } from "#lib/imports/noun.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { endHub } from "#lib/live/hub.ts";
import { newsStream } from "#lib/live/stream.ts";
import { objectiveOps } from "#lib/okrs/noun.ts";
import { type Call, newCall, write } from "#lib/operations/write.ts";
import { personOps } from "#lib/people/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { testServer } from "#tests/support/database.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const open: { leave: () => Promise<void> }[] = [];

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

afterAll(async () => {
  for (const listener of open) await listener.leave();
  await endHub();
});

/** Somebody with a page open, once the database knows that this process listens. */
async function listening(personId: string, beatMs = 60_000) {
  const sessionId = await openSession(personId, new Date());
  const viewer = await findActorBySession(sessionId, inParis(new Date()));
  if (!viewer) throw new Error("no session");
  const reader = newsStream(viewer, beatMs).getReader();
  const text = new TextDecoder();
  let said = "";
  let isOver = false;
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      said += text.decode(value);
    }
    isOver = true;
  })();
  const listener = {
    sessionId,
    said: () => said,
    told: () => [...said.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? "null")),
    isOver: () => isOver,
    leave: async () => {
      await reader.cancel().catch(() => {});
      await reading;
    },
  };
  open.push(listener);
  await until(async () => (await listeners()) > 0);
  return listener;
}

async function listeners(): Promise<number> {
  const [found] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE application_name = 'tribune live' AND datname = current_database() AND state = 'idle'`;
  return found?.count ?? 0;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

function handIn(by: Parameters<typeof handInInsight>[0], call: Call = newCall(new Date())) {
  return handInInsight(by, { body: "Le rapport se perd en chaufferie.", kind: "problem" }, call);
}

describe("Whoever has a page open", () => {
  it("hears that something happened, and nothing of what it was", async () => {
    const louis = await listening(cast.louis.id);
    await handIn(cast.salome);
    await until(() => louis.told().length > 0);
    expect(louis.told()).toEqual([{ topics: ["insights"] }]);
    expect(louis.said()).not.toMatch(/chaufferie|[0-9a-f]{8}-/);
  });

  it("knows their own acts by the id they gave them", async () => {
    const salome = await listening(cast.salome.id);
    const call = newCall(new Date());
    await handIn(cast.salome, call);
    await until(() => salome.told().length > 0);
    expect(salome.told()).toEqual([{ topics: ["insights"], own: call.operationId }]);
  });

  it("hears nothing of an act that failed", async () => {
    const louis = await listening(cast.louis.id);
    await write(cast.salome, newCall(new Date()), { operation: insightOps.edited }, async () => {
      throw new Error("refused");
    }).catch(() => {});
    await handIn(cast.salome);
    await until(() => louis.told().length > 0);
    expect(louis.told()).toHaveLength(1);
  });

  it("hears of somebody's own objectives only as that person or a manager above", async () => {
    await database.person.update({
      where: { id: cast.louis.id },
      data: { managerId: cast.clara.id, managerSince: new Date("2026-01-05") },
    });
    const all = await Promise.all(
      [cast.louis, cast.clara, cast.yanis, cast.ines].map(({ id }) => listening(id)),
    );
    const meta = { operation: objectiveOps.edited, visibility: cast.louis.id } as const;
    const call = newCall(new Date());
    const { operationId } = call;
    await write(cast.louis, call, meta, async () => null);
    await handIn(cast.salome);
    await until(() =>
      all.every((one) => one.told().some(({ topics }) => topics[0] === "insights")),
    );
    expect(all.map((one) => one.told().filter(({ topics }) => topics[0] === "okrs"))).toEqual([
      [{ topics: ["okrs"], own: operationId }],
      [{ topics: ["okrs"] }],
      [],
      [],
    ]);
  });

  it("hears nothing of rooms that are shut to them", async () => {
    const [salome, ines] = [await listening(cast.salome.id), await listening(cast.ines.id)];
    await write(cast.ines, newCall(new Date()), { operation: importOps.started }, async () => null);
    await until(() => ines.told().length > 0);
    expect(ines.told()[0].topics).toContain("imports");
    await until(() => salome.told().length > 0);
    expect(salome.told()[0].topics).not.toContain("imports");
  });

  it("is left at the moment of sign-out, on that browser alone", async () => {
    const [here, elsewhere] = [await listening(cast.yanis.id), await listening(cast.yanis.id)];
    await closeSession(here.sessionId, new Date());
    await until(here.isOver);
    expect(elsewhere.isOver()).toBe(false);
  });

  it("is left when the session has ended", async () => {
    const camille = await listening(cast.camille.id, 50);
    expect(camille.isOver()).toBe(false);
    await database.session.update({
      where: { id: camille.sessionId },
      data: { revokedAt: new Date() },
    });
    await until(() => camille.isOver());
    const louis = await listening(cast.louis.id);
    await handIn(cast.salome);
    await until(() => louis.told().length > 0);
    expect(camille.told()).toEqual([]);
  });

  it("is left at once when the account is closed", async () => {
    const aissatou = await listening(cast.aissatou.id);
    await write(cast.ines, newCall(new Date()), { operation: personOps.deactivated }, async (w) => {
      await w.update("person", [cast.aissatou.id], { deactivatedAt: new Date() });
      return null;
    });
    await until(() => aissatou.isOver());
    expect(aissatou.told()).toEqual([]);
  });
});

describe("When the database ends the connection", () => {
  it("listens again, and says that something may have been missed", async () => {
    const louis = await listening(cast.louis.id);
    await endConnections();
    await until(() => louis.said().includes("event: gap"));
    await handIn(cast.salome);
    await until(() => louis.told().some(({ topics }) => topics?.[0] === "insights"));
  });
});

async function endConnections(): Promise<void> {
  const server = createDatabase(testServer(), 1);
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await server.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'tribune live' AND datname = ${name}`;
  await server.$disconnect();
}
