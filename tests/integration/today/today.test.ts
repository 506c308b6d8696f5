import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";
import { editPreferences } from "#lib/auth/writes/preferences.ts";
import type { Database } from "#lib/db.ts";
import { shareOut } from "#lib/distribution/writes.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { archiveInitiatives } from "#lib/initiatives/writes/initiatives.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { newCall } from "#lib/operations/write.ts";
import { findOwnDay } from "#lib/today/reads/own.ts";
import { findToday } from "#lib/today/reads/today.ts";
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
    expect(await named()).toEqual([
      ["unplanned", "Planning, Terrain"],
      ["backup", ""],
      ["inboxAge", ""],
    ]);
    await database.capacity.create({
      data: { teamId: cast.id.dispatch, quarter, halfMonths: 9 },
    });
    await database.hat.deleteMany({ where: { code: "lead-pm", tribeId: cast.id.ter } });
    expect(await named()).toEqual([
      ["firstLeads", "Terrain"],
      ["unplanned", "Terrain"],
      ["backup", ""],
      ["inboxAge", ""],
    ]);
    expect(await tasks(cast.rachel)).toContainEqual(["capacity", 1]);
  });

  it("tells the CPO which Tribes are outside their band", async () => {
    const [first] = (await findToday(cast.bastien, inParis(now))).tasks;
    expect(first).toMatchObject({ name: "outside", count: 1, where: "Planning" });
  });

  it("shows a contributor no gauge and nothing of the teams' work", async () => {
    expect(await findToday(cast.salome, inParis(now))).toEqual({
      ...{ quarter, tasks: [], estimates: [], gauge: null, duty: null },
    });
  });

  it("shows a PM the share of their own team", async () => {
    const { gauge } = await findToday(cast.louis, inParis(now));
    expect(gauge).toMatchObject({ name: "Dispatch", techHalfMonths: 0, totalHalfMonths: 8 });
  });

  it("tells QA of the bugs that nobody has, and how long the oldest waits", async () => {
    const qa: PersonActor = { ...cast.salome, hats: [hat("qa")] };
    const bug = await insightOn(database, cast.id.desk, {
      saidAt: new Date("2026-11-04T09:00:00Z"),
    });
    await database.insight.update({ where: { id: bug }, data: { kind: "bug" } });
    const [first] = (await findToday(qa, inParis(now))).tasks;
    expect(first).toMatchObject({ name: "bugs", count: 1, days: 12 });
  });

  it("tells a designer what their Tribe was told this week", async () => {
    const designer: PersonActor = {
      ...cast.salome,
      hats: [{ ...hat("product-designer"), tribeId: cast.id.pla }],
    };
    const [first] = (await findToday(designer, inParis(now))).tasks;
    expect(first).toMatchObject({ name: "voices", where: "Planning", count: 4 });
  });

  it("asks who builds for the sizes of their team's initiatives, what is planned first", async () => {
    const { dispatch } = cast.id;
    await initiativeOn(database, { title: "Later", teamId: dispatch });
    const developer: PersonActor = {
      ...cast.salome,
      hats: [{ ...hat("developer"), teamId: dispatch }],
    };
    const { estimates } = await findToday(developer, inParis(now));
    expect(estimates.map(({ title, quarter: planned }) => [title, planned])).toEqual([
      ["Keep reports", quarter],
      ["Later", null],
    ]);
  });

  it("tells Product Ops of a desk that is not heard and of tickets put aside", async () => {
    const source = await database.source.create({
      data: {
        ...{ name: "Support", kind: "jira-cloud", siteUrl: "https://one.atlassian.example" },
        state: { create: { failedAt: now, failure: { key: "unexpected", params: {} } } },
      },
    });
    await database.ticketAside.create({
      data: {
        sourceId: source.id,
        externalId: "1",
        asideAt: now,
        triedAt: now,
        reason: { key: "unexpected" },
      },
    });
    expect(await tasks(cast.ines)).toEqual(
      expect.arrayContaining([
        ["desks", 1],
        ["aside", 1],
      ]),
    );
  });
});

describe("where somebody stands themselves", () => {
  it("is new until the first steps were put out of sight", async () => {
    const isNew = async () => (await findOwnDay(cast.louis, now)).isNewcomer;
    expect(await isNew()).toBe(true);
    await editPreferences(cast.louis, { isNewcomer: false }, newCall(now));
    expect(await isNew()).toBe(false);
  });

  it("is told the last thing they did and let stand", async () => {
    const last = async () => (await findOwnDay(cast.clara, now)).lastId;
    const before = await last();
    expect(before).not.toBeNull();
    const gone = await initiativeOn(database, { title: "Gone", teamId: cast.id.dispatch });
    const call = newCall(new Date(now.getTime() + 1000));
    await archiveInitiatives(cast.clara, { initiativeIds: [gone] }, call);
    expect(await last()).toBe(call.operationId);
    await undoOperation(cast.clara, { operationId: call.operationId }, newCall(now));
    expect(await last()).toBe(before);
    expect((await findOwnDay(cast.salome, now)).lastId).toBeNull();
  });
});

const hat = (code: HatCode) => ({ code, tribeId: null, teamId: null, departmentId: null });
