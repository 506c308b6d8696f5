import { beforeAll, expect, test } from "vitest";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import type { Database } from "#lib/db.ts";
import { listStates } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { findInsight } from "#lib/insights/reads/insights.ts";
import { countInsights, countMatching, listInsights } from "#lib/insights/reads/list.ts";
import { countPlaced } from "#lib/insights/reads/placing.ts";
import { isListed } from "#lib/insights/standing.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { makeRestSearchable } from "#lib/insights/writes/searchable.ts";
import { newCall } from "#lib/operations/write.ts";
import { listSavedViews } from "#lib/saved-views/reads.ts";
import { removeView, saveView } from "#lib/saved-views/writes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { proposeOn } from "#tests/support/propose.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

const list = async (query: string, after?: string) =>
  listInsights(
    cast.louis,
    listFilterOf(Object.fromEntries(new URLSearchParams(query))),
    inParis(now),
    {
      after,
    },
  );
const titles = async (query: string) => (await list(query)).rows.map((row) => row.title);

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const on = (title: string, day: number, fields = {}) =>
    insightOn(database, cast.id.desk, {
      title,
      saidAt: new Date(Date.UTC(2026, 10, day, 9)),
      ...fields,
    });
  await on("Inbox", 10, { organisationId: cast.id.ventadour });
  await on("Exportées deux fois", 9);
  await on("With Planning", 8, { tribeId: cast.id.pla });
  const shared = await on("With Dispatch", 7, { tribeId: cast.id.pla });
  const strayed = await on("Shared by a Tribe it left", 6, { tribeId: cast.id.pla });
  await database.sharing.createMany({
    data: [
      { insightId: shared, teamId: cast.id.dispatch, quarter: "2026-Q4" },
      { insightId: strayed, teamId: cast.id.dispatch, quarter: "2026-Q3" },
    ],
  });
  await database.insight.update({ where: { id: strayed }, data: { tribeId: cast.id.ter } });
  const answered = await on("Answered", 5);
  const merged = await on("Merged", 4);
  const asleep = await on("Asleep", 3);
  await answerInsights(cast.louis, { ids: [answered], answer: "shipped" }, newCall(now));
  await mergeInsights(cast.louis, { ids: [merged], intoId: answered }, newCall(now));
  await database.insight.update({
    where: { id: asleep },
    data: { snoozedUntil: new Date("2026-12-01") },
  });
});

test.each([
  ["", ["Inbox", "Exportées deux fois"]],
  ["state=snoozed", ["Asleep"]],
  ["state=tribe", ["With Planning", "Shared by a Tribe it left"]],
  ["state=tribe&tribe=PLA", ["With Planning"]],
  ["state=team", ["With Dispatch"]],
  ["state=answered", ["Answered"]],
  ["state=assigned&sort=said", ["Shared by a Tribe it left", "With Dispatch", "With Planning"]],
  ["state=all&quarter=2026-Q4", ["With Dispatch"]],
  ["state=all&quarter=2026-Q3", ["Shared by a Tribe it left"]],
  ["state=all&answered=2026-Q4", ["Answered"]],
  ["state=all&age=7", ["Inbox", "Exportées deux fois"]],
  ["state=all&kind=praise", []],
])("the list %s holds %j", async (query, expected) => {
  expect(await titles(query)).toEqual(expected);
});

test("the database and the rule say the same of where each insight stands", async () => {
  const { rows } = await list("state=all");
  const facts = rows.map((row) => ({ ...row, mergedIntoId: null }));
  const counts = await countInsights(cast.louis, listStates, inParis(now));
  for (const state of listStates) {
    const byRule = facts
      .filter((one) => isListed(state, one, "2026-11-16"))
      .map((one) => one.title);
    expect(await titles(`state=${state}`)).toEqual(byRule);
    expect(counts[state]).toBe(byRule.length);
  }
});

test("words are found in other forms and without their accents", async () => {
  expect(await titles("state=all&q=exporter")).toEqual(["Exportées deux fois"]);
  expect(await titles("state=all&q=EXPORTEES")).toEqual(["Exportées deux fois"]);
  expect(await titles("q=techniciens")).toEqual(["Inbox", "Exportées deux fois"]);
});

test("an insight looked for by its number is found wherever it stands, merged ones too", async () => {
  const merged = await database.insight.findFirstOrThrow({ where: { title: "Merged" } });
  expect(await titles(`q=INS-${merged.number}`)).toEqual(["Merged"]);
});

test("a desk's key finds its insight, an old key too", async () => {
  const { id } = await database.insight.findFirstOrThrow({ where: { title: "With Planning" } });
  const ticket = await database.ticket.create({
    data: {
      sourceId: cast.id.desk,
      externalId: "10001",
      key: "SUP-9",
      body: "",
      rowHash: new Uint8Array(1),
      keys: { create: ["SUP-9", "OLD-3"].map((key) => ({ key, sourceId: cast.id.desk })) },
    },
  });
  await database.insight.update({ where: { id }, data: { ticketId: ticket.id } });
  expect(await titles("q=old-3")).toEqual(["With Planning"]);
  const { number } = await database.insight.findUniqueOrThrow({ where: { id } });
  expect(await findInsight(cast.louis, number)).toMatchObject({
    detail: { ticketKey: "SUP-9", ticketUrl: "https://soupape.atlassian.example/browse/SUP-9" },
  });
});

/** Instants as they are, numbers so that they sort as text. */
function sortedBy(row: InsightRow, sort: string): string {
  if (sort.endsWith("number")) return String(row.number).padStart(9, "0");
  return sort.endsWith("said") ? row.saidAt : row.updatedAt;
}

test("every page follows the last, in every sort, with nothing twice and nothing left out", async () => {
  const saidAt = new Date("2026-01-05T09:00:00Z");
  await database.insight.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      sourceId: cast.id.desk,
      title: `Many ${index}`,
      body: "…",
      kind: "bug",
      // Ties on purpose: the id then decides.
      saidAt: new Date(saidAt.getTime() + Math.floor(index / 7) * 60_000),
      updatedAt: saidAt,
    })),
  });
  // One list that stands in an index, one of some days, one that is looked through.
  for (const filter of ["kind=bug", "received=2026-Q1", "kind=bug&received=2026-Q1"])
    for (const sort of ["-said", "said", "-updated", "updated", "-number", "number"]) {
      const seen: InsightRow[] = [];
      let after: string | undefined;
      do {
        const page = await list(`${filter}&sort=${sort}`, after);
        if (after === undefined) expect(page.total).toBeNull();
        seen.push(...page.rows);
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
      expect(seen).toHaveLength(120);
      const sorted = seen.map((row) => sortedBy(row, sort));
      expect(sorted).toEqual(
        sort.startsWith("-") ? sorted.toSorted().reverse() : sorted.toSorted(),
      );
    }
});

test("beyond a thousand the count says only that there are more", async () => {
  await database.$executeRaw`
    INSERT INTO insight (source_id, body, kind, said_at, updated_at)
    SELECT ${cast.id.desk}::uuid, 'wombat ' || g, 'praise', now() - g * interval '1 minute', now() FROM generate_series(1, 1200) g`;
  await makeRestSearchable();
  const count = (query: string) =>
    countMatching(
      cast.louis,
      listFilterOf(Object.fromEntries(new URLSearchParams(query))),
      inParis(now),
    );
  expect(await count("kind=praise")).toBe(1001);
  expect(await count("q=wombat&state=all")).toBe(1001);
  expect(await count("kind=bug")).toBe(120);
  expect(await list("kind=bug&q=Many 119")).toMatchObject({ total: 1 });
  const last = await list("q=wombat&state=all", (await list("q=wombat&state=all")).next ?? "");
  expect(last.rows).toHaveLength(50);
});

test("common words whose insights lie far from the list's beginning are found in its order", async () => {
  await database.$executeRaw`
    INSERT INTO insight (source_id, body, kind, said_at, updated_at)
    SELECT ${cast.id.desk}::uuid, 'dormouse ' || g, 'praise',
      now() - interval '1 year' - g * interval '1 minute', now() + g * interval '1 minute'
    FROM generate_series(1, 1100) g`;
  await makeRestSearchable();
  for (const [sort, expected] of [
    ["-said", ["dormouse 1", "dormouse 2", "dormouse 3"]],
    ["said", ["dormouse 1100", "dormouse 1099", "dormouse 1098"]],
    ["-updated", ["dormouse 1100", "dormouse 1099", "dormouse 1098"]],
    ["updated", ["dormouse 1", "dormouse 2", "dormouse 3"]],
    ["-number", ["dormouse 1100", "dormouse 1099", "dormouse 1098"]],
    ["number", ["dormouse 1", "dormouse 2", "dormouse 3"]],
  ] as const) {
    const page = await list(`q=dormouse&sort=${sort}`);
    expect(page.rows.slice(0, 3).map(({ excerpt }) => excerpt)).toEqual(expected);
  }
});

test("a contributor lists nothing", async () => {
  await expect(listInsights(cast.salome, listFilterOf({}), inParis(now))).rejects.toMatchObject({
    key: "not-allowed",
  });
});

test("revenue is everyone's until the company keeps it to product", async () => {
  expect(await maySeeRevenue(cast.salome)).toBe(true);
  await database.setting.create({ data: { id: "revenue-visibility", value: "product" } });
  expect(await maySeeRevenue(cast.salome)).toBe(false);
  expect(await maySeeRevenue(cast.louis)).toBe(true);
  expect(await maySeeRevenue(cast.ines)).toBe(true);
  expect((await list(`state=all&organisation=${cast.id.ventadour}`)).rows[0]?.moneyCents).toBe(
    21_200_000,
  );
});

test("a view is kept under a name, replaced under the same one, and is its owner's alone", async () => {
  const input = { screen: "insights", name: "Mes bugs", query: "kind=bug" } as const;
  const { id } = await saveView(cast.louis, input, newCall(now));
  await saveView(cast.louis, { ...input, query: "kind=bug&tribe=PLA" }, newCall(now));
  expect(await listSavedViews(cast.louis, "insights")).toEqual([
    { id, name: "Mes bugs", query: "kind=bug&tribe=PLA" },
  ]);
  expect(await listSavedViews(cast.clara, "insights")).toEqual([]);
  await expect(removeView(cast.clara, { id }, newCall(now))).rejects.toMatchObject({
    key: "not-found",
  });
  await removeView(cast.louis, { id }, newCall(now));
  expect(await listSavedViews(cast.louis, "insights")).toEqual([]);
});

test("a row tells which Tribe is proposed for it while it waits, and whether that is sure", async () => {
  const insightId = await insightOn(database, cast.id.desk);
  await proposeOn(database, { insightId, kind: "tribe", tribeId: cast.id.ter, likelihood: 0.85 });
  const shown = async () => {
    const { rows } = await list("sort=-number");
    return rows.find(({ id }) => id === insightId);
  };
  expect(await shown()).toMatchObject({ proposedTribeId: cast.id.ter, isSure: false });
  const earned = { state: "earned", threshold: 0.8, right: 95, judged: 100, decided: 100 };
  await database.sureness.upsert({
    where: { id: "tribe" },
    create: { id: "tribe", ...earned },
    update: earned,
  });
  expect(await shown()).toMatchObject({ proposedTribeId: cast.id.ter, isSure: true });
  expect((await list("placing=sure")).rows.map(({ id }) => id)).toEqual([insightId]);
  const unsure = await list("placing=unsure&sort=-number");
  expect(unsure.rows.some(({ id }) => id === insightId)).toBe(false);
  const placed = await countPlaced(cast.louis, inParis(now));
  const waiting = await database.insight.count({
    where: {
      ...{ tribeId: null, mergedIntoId: null, answer: null },
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: new Date("2026-11-16") } }],
    },
  });
  expect(placed).toEqual({ sure: 1, unsure: waiting - 1 });
  await database.proposal.updateMany({ where: { insightId }, data: { state: "refused" } });
  expect(await shown()).toMatchObject({ proposedTribeId: null, isSure: false });
});
