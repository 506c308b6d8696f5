import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { momentAt } from "#lib/clock.ts";
import { listFlowWeeks } from "#lib/dashboards/reads.ts";
import type { Database } from "#lib/db.ts";
import { listAudit } from "#lib/history/reads/history.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { countInsights, listInsights } from "#lib/insights/reads/list.ts";
import { handInInput } from "#lib/insights/schema.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { snooze } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { findThemeRow } from "#lib/themes/reads/themes.ts";
import { findToday } from "#lib/today/reads/today.ts";
import { saveTeam } from "#lib/tribes/writes/tribes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// The same company twice, once on the Chatham Islands and once in Los Angeles, as TRIBUNE_TIME_ZONE says: what its
// screens show around its own midnight, which is neither the server's nor Paris's. UTC, Paris and the tests' own zone
// are on the other side of it in one company or in both.

const companies = [
  // The first instant of 1 October, and of Monday the 16th of November.
  {
    zone: "Pacific/Chatham",
    october: "2026-09-30T10:15:00Z",
    monday: "2026-11-15T10:15:00Z",
    noon: "2026-11-14T22:15:00Z",
  },
  {
    zone: "America/Los_Angeles",
    october: "2026-10-01T07:00:00Z",
    monday: "2026-11-16T08:00:00Z",
    noon: "2026-11-15T20:00:00Z",
  },
];

const given = process.env.TRIBUNE_TIME_ZONE;
afterAll(() => {
  if (given === undefined) delete process.env.TRIBUNE_TIME_ZONE;
  else process.env.TRIBUNE_TIME_ZONE = given;
});

describe.each(companies)("a company in $zone", ({ zone, october, monday, noon }) => {
  const [first, start] = [new Date(october), new Date(monday)];
  const before = (instant: Date) => new Date(instant.getTime() - 1000);
  let database: Database;
  let cast: Awaited<ReturnType<typeof castOn>>;

  beforeAll(async () => {
    process.env.TRIBUNE_TIME_ZONE = zone;
    await globalThis.tribuneDatabase?.$disconnect();
    globalThis.tribuneDatabase = undefined;
    database = await useDatabase();
    cast = await castOn(database);
  });

  const count = async (query: Record<string, string>, at: Date) =>
    (await listInsights(cast.louis, listFilterOf(query), momentAt(at))).total;

  it("begins its quarter at its own midnight, on Today, in its themes and in its lists", async () => {
    expect((await findToday(cast.louis, momentAt(before(first)))).quarter).toBe("2026-Q3");
    expect((await findToday(cast.louis, momentAt(first))).quarter).toBe("2026-Q4");
    const theme = await database.theme.create({ data: { title: "Minuit", tribeId: cast.id.pla } });
    for (const saidAt of [before(first), first]) {
      const insightId = await insightOn(database, cast.id.desk, { saidAt });
      await database.themeInsight.create({ data: { themeId: theme.id, insightId } });
    }
    const row = await findThemeRow(cast.louis, theme.id, momentAt(first));
    expect(row?.trend.slice(-2)).toEqual([
      { quarter: "2026-Q3", count: 1 },
      { quarter: "2026-Q4", count: 1 },
    ]);
    expect(await count({ state: "all", received: "2026-Q3" }, start)).toBe(1);
    expect(await count({ state: "all", received: "2026-Q4" }, start)).toBe(1);
  });

  it("begins its weeks at its own midnight, on the dashboard and in the list that it opens", async () => {
    for (const saidAt of [before(start), start])
      await insightOn(database, cast.id.desk, { saidAt });
    const weeks = await listFlowWeeks(cast.bastien, "2026-Q4", momentAt(start));
    expect(weeks.slice(-2)).toMatchObject([
      { monday: "2026-11-09", received: 1 },
      { monday: "2026-11-16", received: 1 },
    ]);
    expect(await count({ state: "all", week: "2026-11-09" }, start)).toBe(1);
    expect(await count({ state: "all", week: "2026-11-16" }, start)).toBe(1);
  });

  it("has what was put aside back in its inbox at its own midnight", async () => {
    const ids = [await insightOn(database, cast.id.desk)];
    const until = "2026-11-16";
    await expect(snooze(cast.louis, { ids, until }, newCall(start))).rejects.toThrow();
    await snooze(cast.louis, { ids, until }, newCall(before(start)));
    const snoozed = async (at: Date) =>
      (await countInsights(cast.louis, ["snoozed"], momentAt(at))).snoozed;
    expect([await snoozed(before(start)), await snoozed(start)]).toEqual([1, 0]);
  });

  it("keeps what was said yesterday at noon of its own yesterday", async () => {
    const input = handInInput.parse({ body: "Dit hier.", saidOn: "2026-11-15" });
    const { id } = await handInInsight(cast.salome, input, newCall(start));
    const { saidAt } = await database.insight.findUniqueOrThrow({ where: { id } });
    expect(saidAt).toEqual(new Date(noon));
    const today = await handInInsight(cast.salome, input, newCall(before(start)));
    expect((await database.insight.findUniqueOrThrow({ where: { id: today.id } })).saidAt).toEqual(
      before(start),
    );
  });

  it("shows on its roadmap the name that a team bears from its own midnight on", async () => {
    const { id, version } = await database.team.findUniqueOrThrow({
      where: { id: cast.id.dispatch },
    });
    const fields = { tribeId: cast.id.pla, specialities: [], bandLow: null, bandHigh: null };
    const called = (name: string, version: number | null) => ({ id, name, version, ...fields });
    await saveTeam(cast.ines, called("Dispatch", version), newCall(first));
    await saveTeam(cast.ines, called("Régulation", version + 1), newCall(start));
    const shown = async (at: Date) => {
      const { tribes } = await findRoadmap(cast.clara, "2026-Q4", momentAt(at));
      return tribes.flatMap(({ lanes }) => lanes).find(({ teamId }) => teamId === id)?.name;
    };
    expect([await shown(before(start)), await shown(start)]).toEqual(["Dispatch", "Régulation"]);
  });

  it("has people wear their hats from its own midnight on", async () => {
    const startsOn = new Date("2026-11-16");
    await database.hat.create({
      data: { personId: cast.salome.id, code: "pm", startsOn, teamId: cast.id.mobile },
    });
    const worn = async (at: Date) =>
      (await findActorById(cast.salome.id, momentAt(at)))?.hats.map(({ code }) => code);
    expect([await worn(before(start)), await worn(start)]).toEqual([["csm"], ["csm", "pm"]]);
  });

  it("finds in its audit what was done on its own day", async () => {
    const done = async (from: string, to: string) => {
      const filter = { personId: cast.ines.id, from, to, timeZone: momentAt(start).timeZone };
      return (await listAudit(cast.ines, filter, null)).entries.map(({ at }) => at);
    };
    expect(await done("2026-10-01", "2026-10-01")).toEqual([first.toISOString()]);
    expect(await done("2026-11-16", "2026-11-16")).toEqual([start.toISOString()]);
    expect(await done("2026-11-15", "2026-11-15")).toEqual([]);
  });
});
