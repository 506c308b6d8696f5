import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { shareOut } from "#lib/distribution/writes.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { newCall } from "#lib/operations/write.ts";
import { findToday } from "#lib/today/reads.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

/** Four insights of Planning: one in the pool, one new with Dispatch, one grouped there, one there to answer. */
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { desk, pla, dispatch } = cast.id;
  await insightOn(database, desk);
  await insightOn(database, desk, { tribeId: pla });
  const given: string[] = [];
  for (const title of ["New", "Grouped", "To answer"])
    given.push(await insightOn(database, desk, { tribeId: pla, title }));
  const [, grouped = "", toAnswer = ""] = given;
  await shareOut(cast.clara, { insightIds: given, teamId: dispatch, quarter }, newCall(now));
  const theme = (title: string, insightId: string) =>
    database.theme.create({
      data: { title, tribeId: pla, teamId: dispatch, insights: { create: { insightId } } },
    });
  await theme("Hours", grouped);
  const planned = await theme("Reports", toAnswer);
  const initiativeId = await initiativeOn(database, { title: "Keep reports", teamId: dispatch });
  await database.initiativeTheme.create({ data: { initiativeId, themeId: planned.id } });
  await database.roadmapItem.create({
    data: { initiativeId, teamId: dispatch, quarter, effortHalfMonths: 8, position: 1 },
  });
  await database.tribeQuarter.create({
    data: { tribeId: pla, quarter, state: "committed", committedAt: now },
  });
});

const tasks = async (person: typeof cast.louis) =>
  (await findToday(person, inParis(now))).tasks.map(({ name, count }) => [name, count]);

describe("today", () => {
  it("tells a PM what is new, what to answer and what waits in the inbox", async () => {
    expect(await tasks(cast.louis)).toEqual([
      ["new", 1],
      ["answer", 1],
      ["inbox", 1],
    ]);
  });

  it("counts what its links list", async () => {
    for (const { href, count } of (await findToday(cast.louis, inParis(now))).tasks) {
      const query = Object.fromEntries(new URL(href, "http://here").searchParams);
      const { total } = await listInsights(cast.louis, listFilterOf(query), inParis(now));
      expect(total).toBe(count);
    }
  });

  it("asks a quarter that is still a draft for no answer", async () => {
    await database.tribeQuarter.updateMany({ data: { state: "draft" } });
    expect(await tasks(cast.louis)).not.toContainEqual(["answer", 1]);
    await database.tribeQuarter.updateMany({ data: { state: "committed" } });
  });

  it("tells both leads of teams without a capacity, of the pool and of the missing tech", async () => {
    expect(await tasks(cast.rachel)).toEqual([
      ["capacity", 2],
      ["pool", 1],
      ["below", 1],
      ["draft", 1],
    ]);
  });

  it("tells Product Ops which Tribes nobody leads and which are not planned yet", async () => {
    const named = async () =>
      (await findToday(cast.ines, inParis(now))).tasks.map(({ name, where }) => [name, where]);
    expect(await named()).toEqual([["unplanned", "Planning, Terrain"]]);
    await database.capacity.create({
      data: { teamId: cast.id.dispatch, quarter, halfMonths: 9 },
    });
    await database.hat.deleteMany({ where: { code: "lead-pm", tribeId: cast.id.ter } });
    expect(await named()).toEqual([
      ["firstLeads", "Terrain"],
      ["unplanned", "Terrain"],
    ]);
    expect(await tasks(cast.rachel)).toContainEqual(["capacity", 1]);
  });

  it("tells the CPO which Tribes are outside their band", async () => {
    const [first] = (await findToday(cast.bastien, inParis(now))).tasks;
    expect(first).toMatchObject({ name: "outside", count: 1, where: "Planning" });
  });

  it("shows a contributor no gauge and nothing of the teams' work", async () => {
    expect(await findToday(cast.salome, inParis(now))).toEqual({ quarter, tasks: [], gauge: null });
  });

  it("shows a PM the share of their own team", async () => {
    const { gauge } = await findToday(cast.louis, inParis(now));
    expect(gauge).toMatchObject({ name: "Dispatch", techHalfMonths: 0, totalHalfMonths: 8 });
  });
});
