import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { mergeInsights, partInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let first: string;
let second: string;
let third: string;

const merge = (id: string, intoId: string, call = newCall(now)) =>
  mergeInsights(cast.louis, { ids: [id], intoId }, call);
const part = (...ids: string[]) => partInsights(cast.louis, { ids }, newCall(now));
const standing = async (...ids: string[]) => {
  const rows = await database.insight.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.mergedIntoId);
};

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  const fresh = () => insightOn(database, cast.id.desk, {});
  [first, second, third] = [await fresh(), await fresh(), await fresh()];
});

test("what was merged into an insight goes along when that one is merged", async () => {
  await merge(first, second);
  await merge(second, third);
  expect(await standing(first, second)).toEqual([third, third]);
});

test("an undo of the second merge leaves the first as it was", async () => {
  await merge(first, second);
  const call = newCall(now);
  await merge(second, third, call);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect(await standing(first, second)).toEqual([second, null]);
});

test("an insight that is parted takes back what had been merged into it, however long the way", async () => {
  const last = await insightOn(database, cast.id.desk, {});
  await merge(first, second);
  await merge(second, third);
  await merge(third, last);
  await part(third);
  expect(await standing(first, second, third)).toEqual([third, third, null]);
  await part(second);
  expect(await standing(first, second, third)).toEqual([second, null, null]);
});

test("what was parted since, or merged by itself, stays where it is", async () => {
  const own = await insightOn(database, cast.id.desk, {});
  await merge(first, second);
  await part(first);
  await merge(second, third);
  await merge(first, third);
  await merge(own, third);
  await part(second);
  expect(await standing(first, own, second)).toEqual([third, third, null]);
});

test("insights parted together each stand alone", async () => {
  await merge(first, second);
  await merge(second, third);
  await part(first, second);
  expect(await standing(first, second)).toEqual([null, null]);
});
