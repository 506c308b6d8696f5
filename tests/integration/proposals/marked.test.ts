import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { mergeInsights, partInsights } from "#lib/insights/writes/merge.ts";
import { assignInsights, returnInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";
import { createTheme, groupInsights } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { proposeOn } from "#tests/support/propose.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let insight: string;

const stateOf = async (...ids: string[]) => {
  const rows = await database.proposal.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.state);
};
const undo = (operationId: string) => undoOperation(cast.louis, { operationId }, newCall(now));

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  insight = await insightOn(database, cast.id.desk);
});

describe("What was proposed is marked with the decision", () => {
  let planning: string;
  let terrain: string;

  beforeEach(async () => {
    const kind = "tribe";
    planning = await proposeOn(database, { insightId: insight, kind, tribeId: cast.id.pla });
    terrain = await proposeOn(database, {
      ...{ insightId: insight, kind, tribeId: cast.id.ter, place: 2 },
    });
  });

  const give = (tribeId: string, call = newCall(now)) =>
    assignInsights(cast.louis, { ids: [insight], tribeId, reason: "It is theirs" }, call);

  test("confirmed where it was decided so, and the other is no longer asked", async () => {
    await give(cast.id.pla);
    expect(await stateOf(planning, terrain)).toEqual(["confirmed", "stale"]);
  });

  test("offered again when the decision is taken back", async () => {
    const call = newCall(now);
    await give(cast.id.pla, call);
    await undo(call.operationId);
    expect(await stateOf(planning, terrain)).toEqual(["offered", "offered"]);
  });

  test("offered again when it comes back to the inbox", async () => {
    await give(cast.id.pla);
    await returnInsights(cast.louis, { ids: [insight] }, newCall(now));
    expect(await stateOf(planning, terrain)).toEqual(["offered", "offered"]);
  });

  test("anew when it goes to another Tribe", async () => {
    await give(cast.id.pla);
    await give(cast.id.ter);
    expect(await stateOf(planning, terrain)).toEqual(["stale", "confirmed"]);
  });

  test("whatever way a decision comes: nothing writes past it", async () => {
    await database.insight.update({ where: { id: insight }, data: { tribeId: cast.id.ter } });
    expect(await stateOf(planning, terrain)).toEqual(["stale", "confirmed"]);
  });

  test("a refusal stays, whatever is decided after", async () => {
    const input = { insightId: insight, kind: "tribe", target: cast.id.pla } as const;
    await refuseProposal(cast.louis, input, newCall(now));
    await give(cast.id.pla);
    expect(await stateOf(planning)).toEqual(["refused"]);
  });
});

test("a merge confirms the pair, from whichever side it was proposed, until they are parted", async () => {
  const other = await insightOn(database, cast.id.desk);
  const third = await insightOn(database, cast.id.desk);
  const kind = "duplicate";
  const asked = await proposeOn(database, { insightId: insight, kind, otherId: other });
  const unlike = await proposeOn(database, { insightId: insight, kind, otherId: third, place: 2 });
  const back = await proposeOn(database, { insightId: other, kind, otherId: insight });
  await mergeInsights(cast.louis, { ids: [insight], intoId: other }, newCall(now));
  expect(await stateOf(asked, unlike, back)).toEqual(["confirmed", "stale", "confirmed"]);
  await partInsights(cast.louis, { ids: [insight] }, newCall(now));
  expect(await stateOf(asked, unlike, back)).toEqual(["offered", "offered", "offered"]);
});

test("a theme confirms the one that was proposed, or the new one that is made of it", async () => {
  const fields = { description: "", tribeId: cast.id.pla, insightIds: [] };
  const title = "Rapports perdus";
  const { id: themeId } = await createTheme(cast.louis, { ...fields, title }, newCall(now));
  const known = await proposeOn(database, { insightId: insight, kind: "theme", themeId });
  const fresh = await proposeOn(database, {
    ...{ insightId: insight, kind: "new-theme", code: "Rapport chaufferie", reason: "group" },
  });
  const call = newCall(now);
  await groupInsights(cast.louis, { themeId, insightIds: [insight] }, call);
  expect(await stateOf(known, fresh)).toEqual(["confirmed", "stale"]);
  await undo(call.operationId);
  expect(await stateOf(known, fresh)).toEqual(["offered", "offered"]);
  const made = { ...fields, title: "Rapport chaufferie", insightIds: [insight] };
  await createTheme(cast.louis, made, newCall(now));
  expect(await stateOf(known, fresh)).toEqual(["stale", "confirmed"]);
});

describe("The matcher is to look at", () => {
  const due = async () => {
    const rows = await database.proposalDue.findMany({ where: { insightId: insight } });
    await database.proposalDue.deleteMany();
    return rows.length;
  };

  test("what is new", async () => {
    expect(await due()).toBe(1);
  });

  test.each([
    ["what is said otherwise", { body: "Le rapport revient vide." }, 1],
    ["what is decided", { answer: "out-of-scope", answeredAt: now }, 1],
    ["nothing that it doesn't read", { snoozedUntil: new Date("2026-12-01") }, 0],
  ])("%s", async (_, data, times) => {
    await due();
    await database.insight.update({ where: { id: insight }, data });
    expect(await due()).toBe(times);
  });

  test("what is tied to a theme or a customer, and what is untied", async () => {
    await due();
    const tie = { insightId: insight, organisationId: cast.id.ventadour };
    await database.insightOrganisation.create({ data: tie });
    expect(await due()).toBe(1);
    await database.insightOrganisation.deleteMany({ where: tie });
    expect(await due()).toBe(1);
  });
});
