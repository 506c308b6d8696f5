import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeComment } from "#lib/comments/writes.ts";
import { countFlow } from "#lib/dashboards/reads.ts";
import type { Database } from "#lib/db.ts";
import { countPool, findDistribution } from "#lib/distribution/reads.ts";
import { shareOut, unshare } from "#lib/distribution/writes.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { findEvidence } from "#lib/initiatives/reads/insights-behind.ts";
import { createInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsightDetails } from "#lib/insights/reads/insights.ts";
import { countMatching, listInsights } from "#lib/insights/reads/list.ts";
import { mergeInsights, partInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { searchVector } from "#lib/search/vector.ts";
import { findThemeRow, listThemeChoices } from "#lib/themes/reads/themes.ts";
import { createTheme, groupInsights, ungroupInsights } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const at = inParis(now);
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let ids: string[];
let themeId: string;
let initiativeId: string;

const call = () => newCall(now);
const merge = (id: string, intoId: string) =>
  mergeInsights(cast.clara, { ids: [id], intoId }, call());
const part = (id: string) => partInsights(cast.clara, { ids: [id] }, call());
const share = (id: string, teamId: string) =>
  shareOut(cast.clara, { insightIds: [id], teamId, quarter }, call());
const list = async (address: Parameters<typeof listFilterOf>[0]) => {
  const filter = listFilterOf({ state: "all", ...address });
  const { rows } = await listInsights(cast.clara, filter, at);
  expect(await countMatching(cast.clara, filter, at)).toBe(rows.length);
  return rows.map(({ id }) => id).toSorted();
};
const teamOf = async (id: string) =>
  (await findDistribution(cast.clara, quarter, "PLA", at))?.insights.find((one) => one.id === id)
    ?.teamId;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

/** As it is written: its words are cut with it. */
const says = async (id: string, text: string) =>
  database.$executeRaw`
    UPDATE insight SET search = ${searchVector("Titre", text)}::tsvector WHERE id = ${id}::uuid`;

/** Five of one Tribe: each has something hanging on it that the others have not. */
beforeEach(async () => {
  await database.sharing.deleteMany();
  await database.themeInsight.deleteMany();
  await database.insightOrganisation.deleteMany();
  await database.insight.updateMany({ data: { mergedIntoId: null } });
  await database.insight.updateMany({ data: { tribeId: null } });
  const { desk, pla, ventadour, pennerley } = cast.id;
  const fresh = (fields = {}) => insightOn(database, desk, { tribeId: pla, ...fields });
  ids = [
    await fresh({ organisationId: ventadour }),
    await fresh({ organisationId: pennerley }),
    await fresh(),
    await fresh(),
    await fresh(),
  ];
  const [first = "", second = "", third = "", fourth = ""] = ids;
  const theme = { description: "", tribeId: pla };
  const made = await createTheme(
    cast.clara,
    { ...theme, title: `Lost reports ${crypto.randomUUID()}`, insightIds: [second, third] },
    call(),
  );
  themeId = made.id;
  const initiative = await createInitiative(
    cast.clara,
    {
      title: "Keep reports",
      kind: "product",
      origin: "bottom-up",
      teamId: cast.id.dispatch,
      themeIds: [themeId],
    },
    call(),
  );
  initiativeId = initiative.id;
  await share(third, cast.id.dispatch);
  await share(fourth, cast.id.tournees);
  await writeComment(cast.clara, { on: "insight", id: first, body: "Seen at the depot." }, call());
});

/** All that reads say of it, for whoever looks at any screen. */
async function everything() {
  const details = await listInsightDetails(cast.clara, ids);
  const row = await findThemeRow(cast.clara, themeId, at);
  const { totals, customers, voices } = await findEvidence(cast.clara, initiativeId);
  const distribution = await findDistribution(cast.clara, quarter, "PLA", at);
  return {
    details: details.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    row,
    totals,
    customers,
    voices,
    flow: await countFlow(cast.clara, quarter, at),
    shared: distribution?.insights,
    pool: await countPool(cast.clara, cast.id.pla, quarter),
    teams: await database.$queryRaw`SELECT id, team_id FROM insight ORDER BY id`,
    lists: await Promise.all(
      [
        { theme: themeId },
        { initiative: initiativeId },
        { organisation: cast.id.ventadour },
        { todo: "group" },
        { team: cast.id.dispatch, quarter },
      ].map(list),
    ),
  };
}

/** The same thing has one number, and the number opens its rows. */
async function expectAgreement() {
  const { row, totals, customers, lists, shared, pool } = await everything();
  const under = lists[0] ?? [];
  expect(row?.insights).toBe(under.length);
  expect(totals.insights).toBe(under.length);
  expect(lists[1]).toEqual(under);
  expect(row?.customers).toBe(customers.length);
  expect(totals.customers).toBe(customers.length);
  for (const { id, insights } of customers)
    expect(await list({ theme: themeId, organisation: id })).toHaveLength(insights);
  expect(row?.trend.reduce((sum, { count }) => sum + count, 0)).toBe(under.length);
  expect(shared?.filter(({ teamId }) => teamId === cast.id.dispatch).map(({ id }) => id)).toEqual(
    lists[4],
  );
  expect(shared?.filter(({ teamId }) => teamId === null)).toHaveLength(pool);
}

describe("an insight that others were merged into", () => {
  it("is under their themes, once, wherever themes are counted", async () => {
    const [first = "", second = "", third = ""] = ids;
    await merge(second, first);
    await merge(third, first);
    expect(await list({ theme: themeId })).toEqual([first]);
    const row = await findThemeRow(cast.clara, themeId, at);
    expect(row).toMatchObject({ insights: 1, customers: 2 });
    expect(await listThemeChoices(cast.clara, row?.title ?? "")).toMatchObject([{ insights: 1 }]);
    const [detail] = await listInsightDetails(cast.clara, [first]);
    expect(detail?.themes).toMatchObject([{ id: themeId }]);
    expect(await list({ todo: "group" })).not.toContain(first);
    await expectAgreement();
  });

  it("has their customers, and speaks with their words", async () => {
    const [first = "", second = ""] = ids;
    await merge(second, first);
    const [detail] = await listInsightDetails(cast.clara, [first]);
    expect(detail?.customers.map(({ name }) => name)).toEqual([
      "Groupe Ventadour Énergies",
      "Pennerley Boilers",
    ]);
    expect(await list({ organisation: cast.id.pennerley })).toEqual([first]);
    const { rows } = await listInsights(cast.clara, listFilterOf({ state: "all" }), at);
    expect(rows.find(({ id }) => id === first)).toMatchObject({
      customers: 2,
      moneyCents: 27_600_000,
    });
  });

  it("is found by their words, until they are parted", async () => {
    const [first = "", second = "", third = ""] = ids;
    await says(first, "le planning se vide");
    await says(second, "la tournée disparaît");
    await says(third, "rien de tel");
    const found = () => list({ q: "tournée" });
    expect(await found()).toEqual([second]);
    await merge(second, first);
    expect(await found()).toEqual([first]);
    expect(await list({ q: "planning" })).toEqual([first]);
    // Each once, by whichever words; and by words that look like a desk's key.
    expect(await list({ q: "tournée OR planning" })).toEqual([first]);
    await says(second, "la tournée ABC-12 disparaît");
    expect(await list({ q: "ABC-12" })).toEqual([first]);
    await part(second);
    expect(await found()).toEqual([second]);
  });

  it("has their comments", async () => {
    const [first = "", second = ""] = ids;
    await merge(first, second);
    const [detail] = await listInsightDetails(cast.clara, [second]);
    expect(detail?.comments).toMatchObject([{ body: "Seen at the depot." }]);
  });

  it("is with the team that one of them was shared out to, and no longer in the pool", async () => {
    const [first = "", , third = ""] = ids;
    const pool = await countPool(cast.clara, cast.id.pla, quarter);
    await merge(third, first);
    expect(await countPool(cast.clara, cast.id.pla, quarter)).toBe(pool - 1);
    expect(await teamOf(first)).toBe(cast.id.dispatch);
    expect(await list({ state: "team", team: cast.id.dispatch })).toEqual([first]);
    await expectAgreement();
  });

  it("stays with its own team where it has one", async () => {
    const [, , third = "", fourth = ""] = ids;
    await merge(third, fourth);
    expect(await teamOf(fourth)).toBe(cast.id.tournees);
    await expectAgreement();
  });

  it("is not with a team of another Tribe by them", async () => {
    const [, , third = ""] = ids;
    const elsewhere = await insightOn(database, cast.id.desk, { tribeId: cast.id.ter });
    await merge(third, elsewhere);
    expect(await countPool(cast.yanis, cast.id.ter, quarter)).toBe(1);
    expect(await list({ team: cast.id.dispatch, quarter })).toEqual([]);
  });

  it("is taken out of a theme or from a team as a whole, and put back so", async () => {
    const [first = "", , third = ""] = ids;
    await merge(third, first);
    const [ungrouping, unsharing] = [call(), call()];
    const input = { themeId, insightIds: [first] };
    expect(await ungroupInsights(cast.clara, input, ungrouping)).toMatchObject({ count: 1 });
    await unshare(cast.clara, { insightIds: [first], quarter }, unsharing);
    expect(await list({ theme: themeId })).not.toContain(first);
    expect(await teamOf(first)).toBeNull();
    for (const { operationId } of [ungrouping, unsharing])
      await undoOperation(cast.clara, { operationId }, call());
    expect(await list({ theme: themeId })).toContain(first);
    expect(await teamOf(first)).toBe(cast.id.dispatch);
    expect(await groupInsights(cast.clara, input, call())).toMatchObject({ count: 0 });
  });
});

describe("merging and parting", () => {
  it("in any order leaves everything as it was, and every number right on the way", async () => {
    const before = await everything();
    const step = fc.record({
      merges: fc.boolean(),
      one: fc.nat({ max: 4 }),
      into: fc.nat({ max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        for (const { merges, one, into } of steps) {
          const [id = "", other = ""] = [ids[one], ids[into]];
          // What is refused changes nothing, and is nothing to this rule.
          await (merges ? merge(id, other) : part(id)).catch((refusal) =>
            expect(refusal).toHaveProperty("key"),
          );
        }
        await expectAgreement();
        for (let merged = await stillMerged(); merged; merged = await stillMerged())
          await part(merged);
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

const stillMerged = async () =>
  (await database.insight.findFirst({ where: { id: { in: ids }, mergedIntoId: { not: null } } }))
    ?.id;
