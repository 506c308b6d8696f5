import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { findFilterChoices, listTribeChoices } from "#lib/insights/reads/insights.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("digits give to Tribes in the company's order, each with the teams it still has", async () => {
  await database.team.update({
    where: { id: cast.id.tournees },
    data: { archivedAt: new Date("2026-11-01") },
  });
  const found = await listTribeChoices(cast.louis);
  expect(found.map(({ code, teams }) => [code, teams.map(({ name }) => name)])).toEqual([
    ["PLA", ["Dispatch"]],
    ["TER", ["Mobile"]],
  ]);
});

test("a list is narrowed to desks and departments that are in use, and names its theme", async () => {
  const gone = { archivedAt: new Date("2026-11-01") };
  await database.department.createMany({ data: [{ name: "Ventes" }, { name: "Fax", ...gone }] });
  const theme = await database.theme.create({ data: { title: "Exports", tribeId: cast.id.pla } });
  await database.source.create({
    data: { name: "Old desk", kind: "csv", archivedAt: new Date("2026-11-01") },
  });
  const choices = await findFilterChoices(cast.louis, {
    themeId: theme.id,
    organisationId: `${cast.id.ventadour},none`,
    initiativeId: null,
  });
  expect(choices).toMatchObject({
    sources: [{ id: cast.id.desk, name: "Service desk" }],
    departments: [{ name: "Ventes" }],
    themes: [{ name: "Exports" }],
    organisations: [{ name: "Groupe Ventadour Énergies" }],
    initiative: null,
  });
  const none = { themeId: "none", organisationId: null, initiativeId: null };
  expect((await findFilterChoices(cast.louis, none)).themes).toEqual([]);
});
