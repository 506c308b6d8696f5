import { beforeAll, expect, test } from "vitest";
import { flowFilters } from "#lib/dashboards/flow.ts";
import { countFlow, listFlowWeeks } from "#lib/dashboards/reads.ts";
import type { Database } from "#lib/db.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T12:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { pla, desk, dispatch } = cast.id;
  const said = (day: string) => new Date(`${day}T08:00:00Z`);
  await insightOn(database, desk, { saidAt: said("2026-10-05") });
  await insightOn(database, desk, { saidAt: said("2026-11-09"), tribeId: pla });
  const shared = await insightOn(database, desk, { saidAt: said("2026-11-10"), tribeId: pla });
  const answered = await insightOn(database, desk, { saidAt: said("2026-11-11"), tribeId: pla });
  const older = await insightOn(database, desk, { saidAt: said("2026-08-01") });
  const merged = await insightOn(database, desk, { saidAt: said("2026-11-11") });
  const theme = await database.theme.create({ data: { title: "Rapports perdus", tribeId: pla } });
  for (const insightId of [shared, answered])
    await database.sharing.create({ data: { insightId, teamId: dispatch, quarter } });
  await database.themeInsight.create({ data: { themeId: theme.id, insightId: answered } });
  for (const id of [answered, older])
    await database.insight.update({
      where: { id },
      data: { answer: "shipped", answeredAt: said("2026-11-12") },
    });
  await database.insight.update({ where: { id: merged }, data: { mergedIntoId: answered } });
  // 23:30 in Paris on the last day of the quarter before; 00:30 on the first of this one.
  await insightOn(database, desk, { saidAt: new Date("2026-09-30T21:30:00Z") });
  await insightOn(database, desk, { saidAt: new Date("2026-09-30T22:30:00Z") });
});

test("each number of the quarter's flow counts what came that far", async () => {
  expect(await countFlow(cast.bastien, quarter, inParis(now))).toEqual({
    received: 5,
    withTribe: 3,
    sharedOut: 2,
    underTheme: 1,
    answered: 1,
    answeredInQuarter: 2,
  });
});

test("each number opens exactly the rows it counts", async () => {
  const flow: Record<string, number> = await countFlow(cast.bastien, quarter, inParis(now));
  for (const [stage, filter] of Object.entries(flowFilters(quarter)))
    expect(await rowsBehind(addressOf(filter)), stage).toBe(flow[stage]);
});

test("each week opens its rows, and the weeks hold the whole quarter", async () => {
  const weeks = await listFlowWeeks(cast.bastien, quarter, inParis(now));
  expect(weeks.map(({ monday }) => monday)).toEqual([
    ...["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19"],
    ...["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"],
  ]);
  expect(weeks.find(({ monday }) => monday === "2026-11-09")).toMatchObject({
    received: 3,
    answered: 2,
  });
  for (const { monday, received, answered } of weeks) {
    expect(await rowsBehind(addressOf({ state: "all", week: monday }))).toBe(received);
    expect(await rowsBehind(addressOf({ state: "all", answeredWeek: monday }))).toBe(answered);
  }
});

test("a contributor sees no dashboard", async () => {
  await expect(countFlow(cast.salome, quarter, inParis(now))).rejects.toThrow("not-allowed");
});

async function rowsBehind(address: string): Promise<number> {
  const filter = listFilterOf(Object.fromEntries(new URLSearchParams(address)));
  return (await listInsights(cast.bastien, filter, inParis(now))).rows.length;
}
