import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import {
  assignInsights,
  editKind,
  editTitle,
  returnInsights,
  snooze,
} from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const fresh = (fields = {}) => insightOn(database, cast.id.desk, fields);
const read = (id: string) => database.insight.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("a PM gives several insights to a Tribe in one act, and takes them all back in one", async () => {
  const ids = [await fresh(), await fresh()];
  const call = newCall(now);
  await assignInsights(cast.louis, { ids, tribeId: cast.id.ter, from: null }, call);
  for (const id of ids) expect(await read(id)).toMatchObject({ tribeId: cast.id.ter, version: 2 });
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  for (const id of ids) expect(await read(id)).toMatchObject({ tribeId: null });
});

test("the same act sent twice is done once", async () => {
  const id = await fresh();
  const call = newCall(now);
  const input = { ids: [id], tribeId: cast.id.pla };
  const first = await assignInsights(cast.louis, input, call);
  expect(await assignInsights(cast.louis, input, call)).toEqual(first);
  expect(await read(id)).toMatchObject({ version: 2 });
});

test("a contributor may not triage, nor may Product Ops", async () => {
  const ids = [await fresh()];
  for (const person of [cast.salome, cast.ines])
    await expect(
      assignInsights(person, { ids, tribeId: cast.id.pla }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-allowed" });
  expect(await read(ids[0] ?? "")).toMatchObject({ tribeId: null });
});

test("who saw it in the inbox is told that somebody was faster", async () => {
  const id = await fresh();
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.pla, from: null }, newCall(now));
  const late = assignInsights(
    cast.camille,
    { ids: [id], tribeId: cast.id.ter, from: null },
    newCall(now),
  );
  await expect(late).rejects.toMatchObject({
    key: "insight-moved-meanwhile",
    params: { tribe: "Planning" },
  });
  expect(await read(id)).toMatchObject({ tribeId: cast.id.pla });
});

test("of two people who give one insight at the same moment one is told no", async () => {
  const id = await fresh();
  const give = (tribeId: string) =>
    assignInsights(cast.louis, { ids: [id], tribeId, from: null }, newCall(now));
  const outcomes = await Promise.allSettled([give(cast.id.pla), give(cast.id.ter)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("leaving a Tribe takes a reason, and what that Tribe had shared out from now on", async () => {
  const id = await fresh({ tribeId: cast.id.pla });
  const shared = (quarter: string) => ({ insightId: id, teamId: cast.id.dispatch, quarter });
  await database.sharing.createMany({ data: [shared("2026-Q3"), shared("2026-Q4")] });
  const input = { ids: [id], tribeId: cast.id.ter };
  await expect(assignInsights(cast.louis, input, newCall(now))).rejects.toMatchObject({
    key: "reason-needed-to-move",
  });
  const call = newCall(now);
  await assignInsights(cast.louis, { ...input, reason: "C’est l’appli" }, call);
  const quarters = async () =>
    (await database.sharing.findMany({ where: { insightId: id } })).map((one) => one.quarter);
  expect(await quarters()).toEqual(["2026-Q3"]);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect((await quarters()).toSorted()).toEqual(["2026-Q3", "2026-Q4"]);
});

test("one insight that is gone stops the whole act", async () => {
  const id = await fresh();
  const ids = [id, crypto.randomUUID()];
  await expect(
    assignInsights(cast.louis, { ids, tribeId: cast.id.pla }, newCall(now)),
  ).rejects.toMatchObject({ key: "insights-not-found" });
  await expect(
    assignInsights(cast.louis, { ids: [id], tribeId: crypto.randomUUID() }, newCall(now)),
  ).rejects.toMatchObject({ key: "tribe-not-found" });
  expect(await read(id)).toMatchObject({ tribeId: null });
});

test("back to the inbox it has no Tribe", async () => {
  const id = await fresh({ tribeId: cast.id.pla });
  await returnInsights(cast.louis, { ids: [id] }, newCall(now));
  expect(await read(id)).toMatchObject({ tribeId: null });
});

test("it sleeps until a day to come, and only from the inbox", async () => {
  const id = await fresh();
  await snooze(cast.louis, { ids: [id], until: "2026-11-20" }, newCall(now));
  expect(await read(id)).toMatchObject({ snoozedUntil: new Date("2026-11-20") });
  await expect(
    snooze(cast.louis, { ids: [id], until: "2026-11-16" }, newCall(now)),
  ).rejects.toMatchObject({ key: "snooze-in-the-past" });
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.pla }, newCall(now));
  expect(await read(id)).toMatchObject({ snoozedUntil: null });
  await expect(
    snooze(cast.louis, { ids: [id], until: "2026-11-20" }, newCall(now)),
  ).rejects.toMatchObject({ key: "snooze-only-in-inbox" });
});

test("of two who change a title the later one is told, and nothing is overwritten", async () => {
  const id = await fresh();
  await editTitle(cast.louis, { id, version: 1, title: "Rapport perdu" }, newCall(now));
  await expect(
    editTitle(cast.camille, { id, version: 1, title: "Autre" }, newCall(now)),
  ).rejects.toMatchObject({ key: "changed-meanwhile" });
  expect(await read(id)).toMatchObject({ title: "Rapport perdu" });
});

test("a kind is corrected for many at once", async () => {
  const ids = [await fresh(), await fresh()];
  await editKind(cast.louis, { ids, kind: "bug" }, newCall(now));
  for (const id of ids) expect(await read(id)).toMatchObject({ kind: "bug" });
});
