import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { historyOf, listAudit } from "#lib/history/reads/history.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { listNews } from "#lib/notices/reads/news.ts";
import { countReportsSet, listObjectives } from "#lib/okrs/reads.ts";
import { createObjectiveInput } from "#lib/okrs/schema.ts";
import { objectiveTree } from "#lib/okrs/tree.ts";
import {
  checkIn,
  createKeyResult,
  editKeyResult,
  retractCheckIn,
} from "#lib/okrs/writes/key-results.ts";
import { archiveObjective, createObjective, editObjective } from "#lib/okrs/writes/objectives.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { personOps } from "#lib/people/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const quarter = "2026-Q4";
const now = new Date("2026-11-16T09:00:00Z");
const everything = { personId: null, from: null, to: null, timeZone: paris };
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let own: { id: string; keyResultIds: string[] };

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  // Louis reports to Clara, who reports to Bastien.
  await manages(cast.clara, cast.louis);
  await manages(cast.bastien, cast.clara);
  own = await createObjective(
    cast.louis,
    objective({ level: "individual", title: "Learn to say no", keyResults: [three("Talks held")] }),
    newCall(now),
  );
});

test("a company objective keeps its key results in the order they were given", async () => {
  const { id } = await createObjective(
    cast.bastien,
    objective({ keyResults: [three("First"), three("Second")] }),
    newCall(now),
  );
  const found = (await listObjectives(cast.salome, quarter)).find((one) => one.id === id);
  expect(found?.keyResults.map(({ title }) => title)).toEqual(["First", "Second"]);
});

test("an objective may be its own measure, once", async () => {
  const line = { ...three("x"), title: null };
  const { id } = await createObjective(
    cast.bastien,
    objective({ title: "The connector has been released", keyResults: [line] }),
    newCall(now),
  );
  await expect(
    createKeyResult(cast.bastien, { objectiveId: id, ...line }, newCall(now)),
  ).rejects.toThrow("key-result-own-measure-taken");
});

test("only the executives set company objectives, and contributors set none but their own", async () => {
  await expect(createObjective(cast.clara, objective({}), newCall(now))).rejects.toThrow(
    "not-allowed",
  );
  const forTribe = objective({ level: "department", tribeId: cast.id.pla });
  await expect(createObjective(cast.salome, forTribe, newCall(now))).rejects.toThrow("not-allowed");
  await expect(createObjective(cast.clara, forTribe, newCall(now))).resolves.toHaveProperty("id");
  await expect(
    createObjective(cast.salome, objective({ level: "individual" }), newCall(now)),
  ).resolves.toHaveProperty("id");
});

test("the later of two editors is told and overwrites nothing", async () => {
  const { id } = await createObjective(cast.bastien, objective({}), newCall(now));
  const edit = (title: string) =>
    editObjective(
      cast.bastien,
      { id, version: 1, title, commitment: "committed", parentId: null, isShared: false },
      newCall(now),
    );
  await edit("Mine came first");
  await expect(edit("Mine came later")).rejects.toThrow("changed-meanwhile");
  const found = await database.objective.findUnique({ where: { id }, select: { title: true } });
  expect(found?.title).toBe("Mine came first");
});

test("a check-in moves the progress, is never changed, and tells its history", async () => {
  const { keyResultIds } = await createObjective(
    cast.bastien,
    objective({ keyResults: [three("Beta tests")] }),
    newCall(now),
  );
  const [keyResultId = ""] = keyResultIds;
  const call = newCall(new Date(now.getTime() + 60_000));
  const say = { keyResultId, value: 2, confidence: 8, note: "two live" };
  expect(await checkIn(cast.louis, say, call)).toEqual(await checkIn(cast.louis, say, call));
  expect(await database.checkIn.count({ where: { keyResultId } })).toBe(1);
  const tree = objectiveTree(await listObjectives(cast.salome, quarter), 0.5);
  const found = tree.flatMap((one) => one.keyResults).find(({ id }) => id === keyResultId);
  expect(found?.progress).toBeCloseTo(2 / 3);
  const [newest] = await historyOf(cast.salome, [keyResultId]);
  expect(newest).toMatchObject({ name: "key-result.checked-in", actor: "Louis Marchetti" });
  expect(newest?.facts).toMatchObject({ key_result: "Beta tests", now: "2" });
  await expect(
    undoOperation(cast.louis, { operationId: call.operationId }, newCall(now)),
  ).rejects.toThrow("undo-not-possible");
  await expect(checkIn(cast.salome, say, newCall(now))).rejects.toThrow("not-allowed");
});

test("a check-in said by mistake no longer counts, and its history says so", async () => {
  const { keyResultIds } = await createObjective(
    cast.bastien,
    objective({ keyResults: [three("Talks given")] }),
    newCall(now),
  );
  const [keyResultId = ""] = keyResultIds;
  const say = (value: number) =>
    checkIn(
      cast.louis,
      { keyResultId, value, confidence: null, note: null },
      newCall(new Date(now.getTime() + value)),
    );
  const values = async () => {
    const rows = await listObjectives(cast.salome, quarter);
    return rows.flatMap((one) => one.keyResults).find(({ id }) => id === keyResultId)?.values;
  };
  await say(1);
  const mistake = await say(30);
  await expect(retractCheckIn(cast.salome, mistake, newCall(now))).rejects.toThrow("not-allowed");
  const call = newCall(new Date(now.getTime() + 60_000));
  expect(await retractCheckIn(cast.louis, mistake, call)).toEqual(mistake);
  expect(await retractCheckIn(cast.louis, mistake, call)).toEqual(mistake);
  expect(await values()).toEqual([1]);
  await expect(retractCheckIn(cast.louis, mistake, newCall(now))).rejects.toThrow(
    "check-in-retracted",
  );
  const [newest] = await historyOf(cast.salome, [keyResultId]);
  expect(newest).toMatchObject({ name: "key-result.retracted", actor: "Louis Marchetti" });
  expect(newest).toMatchObject({ was: { now: "30" }, facts: { now: "1" } });
  await say(2);
  expect(await values()).toEqual([1, 2]);
  await expect(
    database.checkIn.create({
      data: { keyResultId: own.keyResultIds[0] ?? "", retractsId: mistake.id },
    }),
  ).rejects.toThrow();
});

test("a quarter that is over takes no check-in, and gives one back within its hour", async () => {
  const { keyResultIds } = await createObjective(
    cast.bastien,
    objective({ keyResults: [three("Talks heard")] }),
    newCall(now),
  );
  const [keyResultId = ""] = keyResultIds;
  const at = (instant: string) => newCall(new Date(instant));
  const say = { keyResultId, value: 1, confidence: null, note: null };
  // By the company's clock, an hour ahead of these.
  const early = await checkIn(cast.louis, say, at("2026-12-31T21:00:00Z"));
  const late = await checkIn(cast.louis, say, at("2026-12-31T22:59:00Z"));
  await expect(checkIn(cast.louis, say, at("2026-12-31T23:00:00Z"))).rejects.toThrow(
    "check-in-quarter-over",
  );
  await retractCheckIn(cast.louis, late, at("2026-12-31T23:59:00Z"));
  await expect(retractCheckIn(cast.louis, early, at("2026-12-31T23:59:00Z"))).rejects.toThrow(
    "check-in-quarter-over",
  );
});

test("a yes or no takes 1 or 0 alone", async () => {
  const { keyResultIds } = await createObjective(
    cast.bastien,
    objective({ keyResults: [{ ...three("Terms published"), direction: "hit" }] }),
    newCall(now),
  );
  const [keyResultId = ""] = keyResultIds;
  await expect(
    checkIn(cast.louis, { keyResultId, value: 0.5, confidence: null, note: null }, newCall(now)),
  ).rejects.toThrow("check-in-yes-or-no");
});

test("an objective aligns with what everybody may see, in the same quarter, never in a circle", async () => {
  const parent = await createObjective(cast.bastien, objective({}), newCall(now));
  const child = await createObjective(
    cast.clara,
    objective({ level: "department", tribeId: cast.id.pla, parentId: parent.id }),
    newCall(now),
  );
  await expect(
    createObjective(cast.louis, objective({ level: "individual", parentId: own.id }), newCall(now)),
  ).rejects.toThrow("objective-parent-individual");
  const asChildOfItsChild = {
    id: parent.id,
    version: 1,
    title: "Round and round",
    commitment: "committed",
    parentId: child.id,
    isShared: false,
  } as const;
  await expect(editObjective(cast.bastien, asChildOfItsChild, newCall(now))).rejects.toThrow(
    "objective-parent-circle",
  );
});

test("an archived objective leaves every list", async () => {
  const { id } = await createObjective(cast.bastien, objective({}), newCall(now));
  await archiveObjective(cast.bastien, { id, version: 1 }, newCall(now));
  expect(await idsSeenBy(cast.bastien)).not.toContain(id);
});

test("an individual objective is seen by its owner and the managers above, and by nobody else", async () => {
  for (const person of [cast.louis, cast.clara, cast.bastien])
    expect(await idsSeenBy(person), person.name).toContain(own.id);
  for (const person of [cast.aissatou, cast.yanis, cast.rachel, cast.salome, cast.ines])
    expect(await idsSeenBy(person), person.name).not.toContain(own.id);
});

test("a new manager sees what is agreed from then on, and the owner is told", async () => {
  const title = "Sleep on it";
  const { id } = await createObjective(
    cast.camille,
    objective({ level: "individual", title }),
    newCall(now),
  );
  const productOps = { ...cast.bastien, hats: cast.ines.hats };
  // Whoever keeps the org chart takes off their hat afterwards, and looks.
  const edit = { version: 1, name: cast.camille.name, managerId: cast.ines.id };
  const profile = { id: cast.camille.id, email: "camille.roussel@soupape.example", ...edit };
  const later = new Date("2026-11-17T09:00:00Z");
  await runCommand("person.edit", productOps, profile, newCall(later));
  const manager = { ...cast.ines, hats: cast.clara.hats };
  expect(await idsSeenBy(manager)).not.toContain(id);
  const { entries } = await listAudit(manager, everything, null);
  expect(JSON.stringify(entries)).not.toContain(title);
  expect(await listNews(cast.camille)).toMatchObject([
    { kind: "yours", path: "/okrs", entry: { name: "person.edited", actor: cast.bastien.name } },
  ]);
  // Said again, knowing who reads it, it is agreed.
  const again = { id, version: 1, title, commitment: "committed", parentId: null, isShared: false };
  await editObjective(
    cast.camille,
    { ...again, commitment: "committed" },
    newCall(new Date("2026-11-18T09:00:00Z")),
  );
  expect(await idsSeenBy(manager)).toContain(id);
});

test("whoever is put between a manager and somebody sees no more than from then on either", async () => {
  const { id } = await createObjective(
    cast.louis,
    objective({ level: "individual", title: "Read more" }),
    newCall(now),
  );
  await manages(cast.rachel, cast.clara);
  await manages(cast.bastien, cast.clara);
  expect(await idsSeenBy(cast.bastien)).toContain(id);
  await database.person.update({
    where: { id: cast.clara.id },
    data: { managerId: cast.yanis.id },
  });
  expect(await idsSeenBy(cast.yanis)).not.toContain(id);
  await manages(cast.bastien, cast.clara);
});

test("Product Ops sees none, not even after making somebody report to them", async () => {
  await manages(cast.ines, cast.aissatou);
  const hers = await createObjective(
    cast.aissatou,
    objective({ level: "individual", isShared: true }),
    newCall(now),
  );
  expect(await idsSeenBy(cast.ines)).not.toContain(hers.id);
  expect(await idsSeenBy(cast.salome)).toContain(hers.id);
  expect(await countReportsSet(cast.ines, quarter)).toBeNull();
});

test("what happens to an individual objective is in nobody else's audit or history, undone or not", async () => {
  const call = newCall(now);
  const secret = await createObjective(
    cast.louis,
    objective({ level: "individual", title: "A very private wish" }),
    call,
  );
  const undo = newCall(now);
  await undoOperation(cast.louis, { operationId: call.operationId }, undo);
  const ids = [call.operationId, undo.operationId];
  for (const person of [cast.ines, cast.rachel, cast.yanis]) {
    const { entries } = await listAudit(person, everything, null);
    expect(
      entries.filter(({ id }) => ids.includes(id)),
      person.name,
    ).toEqual([]);
    expect(JSON.stringify(entries)).not.toContain("private wish");
    expect(await historyOf(person, [secret.id])).toEqual([]);
  }
  const { entries } = await listAudit(cast.clara, everything, null);
  // Taken back at once, it reads as one act.
  const one = [{ id: call.operationId, undone: { by: "Louis Marchetti" } }];
  expect(entries.filter(({ id }) => ids.includes(id))).toMatchObject(one);
  expect(await historyOf(cast.louis, [secret.id])).toMatchObject(one);
});

test("a private objective stays private in the record, whatever act has touched it and its results", async () => {
  const { id, keyResultIds } = own;
  const act = newCall(now);
  // An act that everybody may know of, as a change of the org chart is.
  await write(cast.ines, act, { operation: personOps.deactivated }, async (w) => {
    await w.update("person", [cast.salome.id], { name: "Salomé A." });
    await w.update("objective", [id], { title: "Unheard of by others" });
    await w.update("key_result", keyResultIds, { title: "Nobody counts this" });
    const [keyResultId = ""] = keyResultIds;
    await w.insert("check_in", [
      { keyResultId, value: 1, note: "Between us", byId: cast.louis.id },
    ]);
    return null;
  });
  const marked = await database.change.findMany({
    where: { operationId: act.operationId },
    select: { tableName: true, visibility: true },
    orderBy: { id: "asc" },
  });
  expect(marked.map(({ tableName, visibility }) => [tableName, visibility])).toEqual([
    ["person", "all"],
    ...["objective", "key_result", "check_in"].map((table) => [table, cast.louis.id]),
  ]);
  const told = async (viewer: PersonActor, ids: readonly string[]) =>
    JSON.stringify(await historyOf(viewer, ids));
  const rows = [cast.salome.id, id, ...keyResultIds];
  for (const viewer of [cast.ines, cast.camille])
    expect(await told(viewer, rows)).not.toMatch(/Unheard|Nobody counts|Between us/);
  expect(await told(cast.ines, [id])).not.toContain(act.operationId);
  expect(await told(cast.clara, [id])).toContain("Unheard of by others");
  const audit = await listAudit(cast.ines, everything, null);
  expect(audit.entries.map((entry) => entry.id)).toContain(act.operationId);
  expect(JSON.stringify(audit)).not.toMatch(/Unheard|Nobody counts|Between us/);
});

test("to others an individual objective is not there, managers above may read and not write", async () => {
  const [keyResultId = ""] = own.keyResultIds;
  const say = { keyResultId, value: 1, confidence: null, note: null };
  for (const person of [cast.clara, cast.ines, cast.aissatou])
    await expect(checkIn(person, say, newCall(now)), person.name).rejects.toThrow("not-found");
  await expect(
    editKeyResult(cast.ines, { id: keyResultId, version: 1, ...three("Mine now") }, newCall(now)),
  ).rejects.toThrow("not-found");
  await expect(checkIn(cast.louis, say, newCall(now))).resolves.toHaveProperty("id");
});

test("managers see how many of the people below have set theirs", async () => {
  expect(await countReportsSet(cast.clara, quarter)).toEqual({ set: 1, all: 1 });
  expect(await countReportsSet(cast.bastien, quarter)).toEqual({ set: 1, all: 2 });
  expect(await countReportsSet(cast.louis, quarter)).toBeNull();
});

async function idsSeenBy(viewer: PersonActor): Promise<string[]> {
  return (await listObjectives(viewer, quarter)).map(({ id }) => id);
}

async function manages(manager: PersonActor, report: PersonActor): Promise<void> {
  const data = { managerId: manager.id, managerSince: new Date("2026-01-05T09:00:00Z") };
  await database.person.update({ where: { id: report.id }, data });
}

function objective(fields: object) {
  const plain = {
    quarter,
    title: "Ship with a calm mind",
    level: "company",
    commitment: "committed",
  };
  return createObjectiveInput.parse({ ...plain, ...fields });
}

function three(title: string) {
  return { title, direction: "more" as const, start: 0, target: 3, unit: null };
}
