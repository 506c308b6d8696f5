import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { listInsightRowIds } from "#lib/insights/reads/history-rows.ts";
import { newCall } from "#lib/operations/write.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { proposeOn } from "#tests/support/propose.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let insight: string;
let other: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  insight = await insightOn(database, cast.id.desk);
  other = await insightOn(database, cast.id.desk);
});

const notOne = (call = newCall(now)) =>
  refuseProposal(cast.louis, { insightId: insight, kind: "duplicate", target: other }, call);
const pairs = () =>
  database.refusedPair.findMany({
    where: { OR: [{ aId: insight }, { bId: insight }] },
    select: { aId: true, bId: true },
  });
const states = (insightId: string) =>
  database.proposal
    .findMany({ where: { insightId }, select: { state: true } })
    .then((rows) => rows.map(({ state }) => state));

test("two that are not one are kept as a pair, on both sides, however often it is said", async () => {
  await proposeOn(database, { insightId: insight, kind: "duplicate", otherId: other });
  await proposeOn(database, { insightId: other, kind: "duplicate", otherId: insight });
  await notOne();
  await notOne();
  const [aId = "", bId = ""] = [insight, other].toSorted();
  expect(await pairs()).toEqual([{ aId, bId }]);
  expect([await states(insight), await states(other)]).toEqual([["refused"], ["refused"]]);
});

test("what the worker proposes otherwise meanwhile is refused all the same", async () => {
  await refuseProposal(
    cast.louis,
    { insightId: insight, kind: "tribe", target: cast.id.ter },
    newCall(now),
  );
  expect(await states(insight)).toEqual(["refused"]);
});

test("a no is taken back by an undo, and both are proposed again", async () => {
  await proposeOn(database, { insightId: insight, kind: "duplicate", otherId: other });
  const call = newCall(now);
  await notOne(call);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect([await pairs(), await states(insight)]).toEqual([[], ["offered"]]);
});

test("a proposal is in nobody's history until somebody refuses it", async () => {
  await proposeOn(database, { insightId: insight, kind: "duplicate", otherId: other });
  const told = async () => {
    const entries = await historyOf(cast.louis, await listInsightRowIds(cast.louis, insight));
    return entries.map(({ name }) => name);
  };
  expect(await told()).toEqual([]);
  await notOne();
  expect(await told()).toEqual(["proposal.refused"]);
});

test("who does not sort refuses nothing", async () => {
  const input = { insightId: insight, kind: "tribe", target: cast.id.ter } as const;
  await expect(refuseProposal(cast.salome, input, newCall(now))).rejects.toThrow("not-allowed");
});
