import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listKeyResultsToServe, listTeamChoices } from "#lib/initiatives/reads/initiative.ts";
import { listInitiativesServingNothing } from "#lib/okrs/reads.ts";
import { listPartsOf } from "#lib/roadmap/reads/roadmap.ts";
import { listThemeInitiatives, listThemeRowIds } from "#lib/themes/reads/theme.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let initiativeId: string;
let themeId: string;
let underThemeId: string;

/** Dispatch has an initiative of one theme in this quarter, which serves nothing yet; a key result waits for one. */
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { desk, pla, dispatch } = cast.id;
  initiativeId = await initiativeOn(database, { title: "Keep reports", teamId: dispatch });
  const insightId = await insightOn(database, desk, { tribeId: pla });
  const theme = await database.theme.create({
    data: {
      title: "Lost reports",
      tribeId: pla,
      insights: { create: { insightId } },
      initiatives: { create: { initiativeId } },
    },
    include: { insights: true },
  });
  themeId = theme.id;
  underThemeId = theme.insights[0]?.id ?? "";
  await database.roadmapItem.create({
    data: { initiativeId, teamId: dispatch, quarter, effortHalfMonths: 8, position: 1 },
  });
  await database.objective.create({
    data: {
      title: "Nothing said on site is lost",
      level: "company",
      commitment: "committed",
      quarter,
      position: 1,
      keyResults: {
        create: { title: "Reports lost", direction: "less", start: 40, target: 2, position: 1 },
      },
    },
  });
});

test("an initiative that is planned and serves no key result is told among the gaps", async () => {
  expect(await listInitiativesServingNothing(cast.bastien, quarter)).toMatchObject([
    { id: initiativeId, team: "Dispatch", kind: "product", tribe: { code: "PLA" } },
  ]);
});

test("it may serve every open key result of the quarter that everybody sees", async () => {
  expect(await listKeyResultsToServe(cast.louis, quarter)).toMatchObject([
    { title: "Reports lost", objective: "Nothing said on site is lost", level: "company" },
  ]);
});

test("teams that may take it stand in the company's order", async () => {
  const teams = await listTeamChoices(cast.louis);
  expect(teams.map(({ name, tribeCode }) => [tribeCode, name])).toEqual([
    ["PLA", "Dispatch"],
    ["PLA", "Tournées"],
    ["TER", "Mobile"],
  ]);
});

test("it tells where it is planned, a Tribe that has said nothing drafting", async () => {
  expect(await listPartsOf(cast.louis, initiativeId)).toMatchObject([
    { quarter, team: "Dispatch", effortHalfMonths: 8, state: "draft" },
  ]);
});

test("its theme tells what was made of it, and whose history is its own", async () => {
  expect(await listThemeInitiatives(cast.louis, themeId)).toMatchObject([
    { title: "Keep reports", team: "Dispatch", quarters: [quarter] },
  ]);
  expect(await listThemeRowIds(cast.louis, themeId)).toEqual([themeId, underThemeId]);
});
