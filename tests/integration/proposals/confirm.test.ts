import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { confirmProposals } from "#lib/proposals/writes/confirm.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { proposeOn } from "#tests/support/propose.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("each goes to the Tribe that was proposed for it, and all come back by one undo", async () => {
  const { pla, ter, desk } = cast.id;
  const [one, other, taken] = [
    await insightOn(database, desk),
    await insightOn(database, desk),
    await insightOn(database, desk),
  ];
  await proposeOn(database, { insightId: one, kind: "tribe", tribeId: pla });
  await proposeOn(database, { insightId: other, kind: "tribe", tribeId: ter });
  // Somebody was faster.
  await assignInsights(cast.camille, { ids: [taken], tribeId: ter }, newCall(now));
  const insights = [
    { id: one, tribeId: pla },
    { id: other, tribeId: ter },
    { id: taken, tribeId: pla },
  ];
  const call = newCall(now);
  const done = await confirmProposals(cast.louis, { insights }, call);
  expect([done.numbers.length, done.left]).toEqual([2, 1]);
  const tribes = async () => {
    const rows = await database.insight.findMany({ where: { id: { in: [one, other, taken] } } });
    return [one, other, taken].map((id) => rows.find((row) => row.id === id)?.tribeId);
  };
  expect(await tribes()).toEqual([pla, ter, ter]);
  expect(await database.proposal.count({ where: { state: "confirmed" } })).toBe(2);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect(await tribes()).toEqual([null, null, ter]);
  expect(await database.proposal.count({ where: { state: "offered" } })).toBe(2);
});
