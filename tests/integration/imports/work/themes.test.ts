import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listWorkRows } from "#lib/imports/work/reads/rows.ts";
import { newCall } from "#lib/operations/write.ts";
import { editTheme, ungroupInsights } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fixture, monday } from "../importing.ts";
import { accept, asked, bring, counts, edited, reasons, warned } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let lost: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  lost = await insightOn(database, cast.id.desk);
  const ticket = await database.ticket.create({
    data: {
      ...{ sourceId: cast.id.desk, externalId: "77", key: "SUP-77", title: "Réseau", body: "" },
      ...{ rowHash: Buffer.from([1]), raw: {} },
    },
  });
  await database.insight.update({ where: { id: lost }, data: { ticketId: ticket.id } });
});

const themes = () =>
  database.theme.findMany({
    orderBy: { title: "asc" },
    select: {
      ...({ id: true, title: true, description: true, tribeId: true, teamId: true } as const),
      ...({ version: true, insights: { select: { insightId: true } } } as const),
    },
  });

test("themes of Notion ask once, come in with their insights, and say what was left out and refused", async () => {
  const asking = await bring(cast.ines, "themes", fixture("work/notion-themes.csv"));
  expect(asking.state).toBe("asking");
  expect(asked(asking).places).toContain("Dispatch");
  const previewed = await accept(cast.ines, asking, { preview: true });
  expect(previewed.question?.forecast).toMatchObject({ created: 3, updated: 0, refused: 2 });
  expect(await themes()).toEqual([]);
  const done = await accept(cast.ines, previewed);
  expect(done.state).toBe("done");
  expect(counts(done)).toEqual({ created: 3, updated: 0, unchanged: 0, refused: 2 });
  expect(reasons(done)).toEqual(["6: row-work-no-title", "7: row-work-unknown-place"]);
  expect(done.refusedRows[1]?.params).toMatchObject({ place: "Marketing" });
  expect(warned(done)).toEqual([
    "work-columns-left Votes, Created time: 2",
    "work-not-found Insights: 1",
  ]);
  expect(await themes()).toMatchObject([
    { title: "No network on sites", tribeId: cast.id.ter, insights: [{ insightId: lost }] },
    {
      title: "Reports get lost",
      description: "Technicians write a report,\nand it is gone the next day.",
      tribeId: cast.id.pla,
      teamId: cast.id.dispatch,
      insights: [{ insightId: lost }],
    },
    { title: "Search, filter and sort", tribeId: cast.id.pla, teamId: null, insights: [] },
  ]);
  const rows = await listWorkRows(cast.ines, done.id, { made: true, after: null, now: monday });
  expect(rows.map(({ title, target }) => `${target}: ${title}`)).toContain(
    "theme: Reports get lost",
  );
});

test("the same file again asks nothing, creates nothing and changes nothing", async () => {
  const before = await themes();
  const again = await bring(cast.ines, "themes", fixture("work/notion-themes.csv"));
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 3, refused: 2 });
  expect(await themes()).toEqual(before);
});

test("a changed row changes its theme, but not what a person decided here", async () => {
  const [network, reports] = await themes();
  if (!network || !reports) throw new Error("the themes are gone");
  const edit = { themeId: network.id, version: network.version, description: "Ours." };
  await editTheme(cast.bastien, edit, newCall(monday));
  const out = { themeId: reports.id, insightIds: [lost] };
  await ungroupInsights(cast.bastien, out, newCall(monday));
  const path = await edited(
    "work/notion-themes.csv",
    ["The app needs a network.", "The app needs one now."],
    ["gone the next day", "gone within a day"],
  );
  const previewed = await bring(cast.ines, "themes", path, { preview: true });
  expect(previewed.question?.forecast?.differences).toMatchObject([
    { name: "Reports get lost", changes: [{ field: "description" }] },
  ]);
  const done = await accept(cast.ines, previewed);
  expect(counts(done)).toEqual({ created: 0, updated: 1, unchanged: 2, refused: 2 });
  expect(await themes()).toMatchObject([
    { description: "Ours." },
    { description: "Technicians write a report,\nand it is gone within a day.", insights: [] },
    {},
  ]);
});

test("a theme with an id of its own is known by it when its title changes", async () => {
  const first = await bring(cast.ines, "themes", fixture("work/themes-fr.csv"), { source: "Base" });
  expect(counts(await accept(cast.ines, first))).toMatchObject({ created: 2, refused: 0 });
  const path = await edited("work/themes-fr.csv", ["Recherche lente", "Recherche trop lente"]);
  const again = await bring(cast.ines, "themes", path, { source: "Base" });
  expect(counts(again)).toEqual({ created: 0, updated: 1, unchanged: 1, refused: 0 });
  const titles = (await themes()).map(({ title }) => title);
  expect(titles).toContain("Recherche trop lente");
  expect(titles).not.toContain("Recherche lente");
});

test("rows that name no place come to the one that was said, else they are refused with the names", async () => {
  const path = await edited("work/themes-fr.csv", ["Dispatch", ""], ["planning", ""]);
  const refused = await accept(
    cast.ines,
    await bring(cast.ines, "themes", path, { source: "Without" }),
  );
  expect(refused).toMatchObject({
    state: "refused",
    refusal: { key: "importsErrors.row-work-no-place" },
  });
  const other = await bring(cast.ines, "themes", path, { source: "Placed" });
  expect(other.state).toBe("asking");
  expect(counts(await accept(cast.ines, other, { place: "Terrain" }))).toMatchObject({
    created: 2,
  });
});

test("who may not import may bring no themes either", async () => {
  const path = fixture("work/themes-fr.csv");
  await expect(bring(cast.louis, "themes", path)).rejects.toMatchObject({ key: "not-allowed" });
});
