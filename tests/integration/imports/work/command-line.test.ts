import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { tribune } from "../cli.ts";
import { fileOf, fixture } from "../importing.ts";

let database: Database;

beforeAll(async () => {
  database = await useDatabase();
  await castOn(database);
});

const themes = fixture("work/notion-themes.csv");

test("--of themes takes in a file of themes and answers as for insights", async () => {
  const forecast = await tribune("import", themes, "--of", "themes", "--dry-run", "--json");
  expect(JSON.parse(forecast.out)).toMatchObject({ rows: 5, created: 3, updated: 0 });
  expect(await database.theme.count()).toBe(0);
  const { code, out } = await tribune("import", themes, "--of", "themes", "--json");
  expect(code).toBe(2);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual([
    ...["source", "file", "rows", "created", "updated", "unchanged", "refused", "duplicates"],
    ...["warnings", "seconds"],
  ]);
  expect(report).toMatchObject({
    ...{ rows: 5, created: 3, updated: 0, unchanged: 0, duplicates: 0 },
    refused: [
      { line: 6, reason: "This row has no title." },
      { line: 7, reason: expect.stringContaining("“Marketing”") },
    ],
  });
  const again = await tribune("import", themes, "--of", "themes", "--json", "--lang", "fr");
  expect(JSON.parse(again.out)).toMatchObject({
    ...{ created: 0, unchanged: 3 },
    refused: [{ reason: "Cette ligne n’a pas de titre." }, {}],
  });
});

test("what no header says is said by --map, --place and --quarter, or the command tells how", async () => {
  const path = await fileOf("Was;Ziel", "Schneller planen;3", "Weniger suchen;2");
  const unsure = await tribune("import", path, "--of", "okrs");
  expect(unsure.code).toBe(1);
  expect(unsure.error).toContain("--map 'Was=title'");
  const map = ["--map", "Was=objective", "--map", "Ziel=target"];
  const wrong = await tribune("import", path, "--of", "okrs", ...map, "--place", "Nowhere");
  expect(wrong.error).toContain("Planning, Terrain");
  const refused = await tribune("import", path, "--of", "okrs", ...map);
  expect(refused.code).toBe(1);
  expect(refused.error).toContain("This row tells no quarter.");
  const said = [...map, "--place", "PLA", "--quarter", "2026-Q4"];
  const { code, out } = await tribune("import", path, "--of", "okrs", ...said, "--json");
  expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, created: 2, refused: [] });
  const objective = await database.objective.findFirstOrThrow({
    where: { title: "Schneller planen" },
    select: { quarter: true, tribe: { select: { code: true } }, keyResults: true },
  });
  expect(objective).toMatchObject({
    ...{ quarter: "2026-Q4", tribe: { code: "PLA" } },
    keyResults: [{ title: null, direction: "more", target: 3 }],
  });
});

test("--of takes four words only", async () => {
  const { code, error } = await tribune("import", themes, "--of", "tasks");
  expect(code).toBe(1);
  expect(error).toContain("insights, themes, initiatives or okrs");
});
