import { describe, expect, it, test } from "vitest";
import { listSources, readSource } from "./sources.ts";

// What commands, imports and undo write of the company's work has one place each.

const homes: Readonly<Record<string, string>> = {
  theme: "lib/themes/writes/theme-rows.ts",
  theme_insight: "lib/themes/writes/theme-rows.ts",
  initiative: "lib/initiatives/writes/initiative-rows.ts",
  initiative_theme: "lib/initiatives/writes/initiative-rows.ts",
  initiative_key_result: "lib/initiatives/writes/initiative-rows.ts",
  rice_version: "lib/initiatives/writes/factors.ts",
  roadmap_item: "lib/roadmap/writes/item-rows.ts",
  objective: "lib/okrs/writes/objective-rows.ts",
  key_result: "lib/okrs/writes/key-result-rows.ts",
  check_in: "lib/okrs/writes/key-result-rows.ts",
};

/** Those that write whatever table they are told. */
const anyTable = [
  "lib/backup/writes/restore-backup.ts",
  // A name that is erased may stand in any text, and in columns that the nouns name.
  "lib/erasure/writes/erase-own.ts",
  "lib/erasure/writes/erase-texts.ts",
  "lib/export/writes/restore-company.ts",
  "lib/operations/recorder.ts",
  "lib/operations/take-back.ts",
  // What somebody had from one day to another: their own tables, by the type of what they take.
  "lib/people/writes/dated-rows.ts",
  "lib/tribes/writes/periods.ts",
];

const sources = listSources(["app", "components", "lib", "prisma"], /\.tsx?$/);

/** What is copied out is read. */
const statement =
  "\\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|TRUNCATE|COPY(?![^`\\n]* TO STDOUT))\\s+";

/** The recorder, SQL, and the client. */
function writingTo(table: string): RegExp {
  const model = table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(
    [
      `\\.(?:insert|update|remove)\\(\\s*["'\`]${table}["'\`]`,
      `${statement}(?:public\\.)?"?${table}\\b`,
      `\\.${model}\\s*\\.(?:create|update|upsert|delete)`,
    ].join("|"),
  );
}

const writingToAny = new RegExp(
  `${statement}["']?\\$\\{|\\bw\\??\\.(?:insert|update|remove)\\(\\s*[^"\\s]`,
);

const thoseWith = (pattern: RegExp) => sources.filter((path) => pattern.test(readSource(path)));

describe("Each table of the company's work", () => {
  test.each(Object.entries(homes))("%s is written in one place", (table, home) => {
    expect(thoseWith(writingTo(table))).toEqual([home]);
  });

  it("is written by no other that leaves open what it writes", () => {
    expect(thoseWith(writingToAny).sort()).toEqual(anyTable);
  });
});

describe("A write is found", () => {
  test.each([
    ["of the recorder", 'await w?.insert(\n  "theme", rows)'],
    ["in SQL", "INSERT INTO theme (title)"],
    ["in SQL with its schema", 'UPDATE public."theme" SET'],
    ["of a copy that is brought", "COPY theme FROM STDIN"],
    ["of the client", "tx.theme.createMany({"],
  ])("%s", (_, text) => {
    expect(text).toMatch(writingTo("theme"));
  });

  test.each([
    ["a lock", "SELECT 1 FROM theme FOR NO KEY UPDATE"],
    ["a copy that is taken", "COPY theme TO STDOUT"],
    ["another table", 'w.insert("theme_insight", links)'],
    ["a read", "tx.theme.findMany({"],
  ])("and %s is none", (_, text) => {
    expect(text).not.toMatch(writingTo("theme"));
  });
});
