import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, fixture } from "../importing.ts";
import { accept, bring, counts, edited, reasons, warned } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const objectives = () =>
  database.objective.findMany({
    orderBy: { title: "asc" },
    select: {
      ...({ id: true, title: true, level: true, quarter: true, tribeId: true } as const),
      parent: { select: { title: true } },
      keyResults: {
        orderBy: { title: "asc" },
        select: {
          ...({ id: true, title: true, direction: true, start: true, target: true } as const),
          ...({ unit: true, version: true } as const),
          checkIns: { select: { value: true }, orderBy: { at: "asc" } },
        },
      },
    },
  });

test("key results with their objective repeated come in, whatever their order, aligned as they say", async () => {
  const asking = await bring(cast.ines, "okrs", fixture("work/okrs.csv"));
  const done = await accept(cast.ines, asking);
  expect(counts(done)).toEqual({ created: 4, updated: 0, unchanged: 0, refused: 3 });
  expect(reasons(done)).toEqual([
    "6: row-work-individual",
    "7: row-work-team-okr",
    "8: row-work-no-target",
  ]);
  expect(warned(done)).toContain("work-columns-left Responsible: 1");
  expect(await objectives()).toMatchObject([
    {
      ...{ title: "Plan a day in a minute", level: "department", tribeId: cast.id.pla },
      parent: { title: "Win the field" },
      keyResults: [
        { title: "New board is live", direction: "hit", target: 1, checkIns: [{ value: 0 }] },
        { title: "Time to plan", direction: "less", start: 5, target: 1, unit: "minutes" },
      ],
    },
    {
      ...{ title: "Win the field", level: "company", quarter: "2026-Q4", parent: null },
      keyResults: [
        { title: "Churn", direction: "less", start: 6, target: 4, unit: "%" },
        {
          ...{ title: "Weekly active technicians", start: 1000, target: 2500, unit: "people" },
          ...{ direction: "more", checkIns: [{ value: 1400 }] },
        },
      ],
    },
  ]);
});

test("the same file again changes nothing and checks nothing in", async () => {
  const before = await objectives();
  const again = await bring(cast.ines, "okrs", fixture("work/okrs.csv"));
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, refused: 3 });
  expect(await objectives()).toEqual(before);
});

test("a value checked in by a person stays the newest, and another target comes in", async () => {
  const [, field] = await objectives();
  const [churn, active] = field?.keyResults ?? [];
  if (!churn || !active) throw new Error("they are gone");
  const at = new Date("2099-01-01T09:00:00Z");
  const said = { keyResultId: active.id, value: 1900, byId: cast.bastien.id, at };
  await database.checkIn.create({ data: said });
  const path = await edited(
    "work/okrs.csv",
    ['"1,400"', '"1,500"'],
    ["6 %,4 %,5 %", "6 %,3 %,5 %"],
  );
  const done = await bring(cast.ines, "okrs", path);
  expect(counts(done)).toEqual({ created: 0, updated: 1, unchanged: 3, refused: 3 });
  const [, after] = await objectives();
  expect(after?.keyResults).toMatchObject([
    { title: "Churn", target: 3 },
    { checkIns: [{ value: 1400 }, { value: 1900 }] },
  ]);
});

test("a base of Notion with a type of its own gives key results what their objective says", async () => {
  const path = fixture("work/notion-okrs.csv");
  const asking = await bring(cast.ines, "okrs", path, { source: "Base" });
  const previewed = await accept(cast.ines, asking, { preview: true });
  expect(previewed.question?.forecast).toMatchObject({ created: 3, refused: 0 });
  expect(counts(await accept(cast.ines, previewed))).toMatchObject({ created: 3, refused: 0 });
  const found = (await objectives()).find(({ title }) => title === "Gagner le terrain");
  expect(found).toMatchObject({
    ...{ level: "company", quarter: "2026-Q4" },
    keyResults: [
      { title: "Techniciens actifs", start: 1000, target: 2500, checkIns: [{ value: 1400 }] },
      { title: "Zéro rapport perdu", direction: "less", start: 12, target: 0 },
    ],
  });
  const again = await bring(cast.ines, "okrs", path, { source: "Base" });
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 3, refused: 0 });
});

test("an objective is aligned with one of the same name above it, never with itself, nor with one of several", async () => {
  const parents = async () =>
    Object.fromEntries(
      (
        await database.objective.findMany({
          where: { quarter: "2029-Q1" },
          select: { title: true, level: true, parent: { select: { title: true, level: true } } },
        })
      ).map(({ title, level, parent }) => [
        `${level}: ${title}`,
        parent && `${parent.level}: ${parent.title}`,
      ]),
    );
  const header = "Level,Tribe,Objective,Key result,Quarter,Start,Target,Parent objective";
  const path = await fileOf(
    header,
    "Tribe,Planning,Grow,A,Q1 2029,0,3,Grow",
    "Company,,Grow,B,Q1 2029,0,3,",
    "Tribe,Terrain,Alone,C,Q1 2029,0,3,Alone",
    "Tribe,Terrain,Unsure,D,Q1 2029,0,3,Grow",
  );
  const source = { source: "Namesakes" };
  const done = await accept(cast.ines, await bring(cast.ines, "okrs", path, source));
  expect(counts(done)).toMatchObject({ created: 4, refused: 0 });
  expect(warned(done)).toEqual(["work-not-found Parent objective: 2"]);
  const aligned = {
    ...{ "department: Grow": "company: Grow", "company: Grow": null },
    ...{ "department: Alone": null, "department: Unsure": null },
  };
  expect(await parents()).toEqual(aligned);
  const again = await bring(cast.ines, "okrs", path, source);
  expect(counts(again)).toMatchObject({ updated: 0, unchanged: 4 });
  expect(warned(again)).toEqual(["work-not-found Parent objective: 2"]);
  expect(await parents()).toEqual(aligned);
});
