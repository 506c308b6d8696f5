import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listSourceChoices, listTribeChoices } from "#lib/insights/reads/insights.ts";
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

test("a list is narrowed to one of the desks that are in use", async () => {
  await database.source.create({
    data: { name: "Old desk", kind: "csv", archivedAt: new Date("2026-11-01") },
  });
  expect(await listSourceChoices(cast.louis)).toEqual([{ id: cast.id.desk, name: "Service desk" }]);
});
