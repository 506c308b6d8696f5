import { expect, test } from "vitest";
import { UserError } from "#lib/errors.ts";
import { chooseFiles } from "#lib/imports/archive/choose-files.ts";

const id = (n: number) => n.toString(16).padStart(32, "0");
const chosen = (...names: string[]) => {
  const { table, pages } = chooseFiles(names.map((name) => ({ name })));
  return { table: table?.name ?? null, pages: pages.map(({ name }) => name) };
};

test("of a base's two tables the one with all rows is taken, with the pages of its rows", () => {
  const page = `Feedback/Dark mode ${id(1)}.md`;
  expect(
    chosen(
      `Feedback ${id(9)}.csv`,
      `Feedback ${id(9)}_all.csv`,
      page,
      `Feedback/Dark mode ${id(1)}/Below ${id(2)}.md`,
      `Elsewhere/Other ${id(3)}.md`,
      "Feedback/Dark mode/screen.png",
    ),
  ).toEqual({ table: `Feedback ${id(9)}_all.csv`, pages: [page] });
});

test("pages may stand in a folder that has the base's id in its name, and the base in a page of its own", () => {
  const page = `Home ${id(8)}/Feedback ${id(9)}/Offline ${id(2)}.md`;
  const table = `Home ${id(8)}/Feedback ${id(9)}.csv`;
  expect(chosen(`Home ${id(8)}.md`, table, page)).toEqual({ table, pages: [page] });
});

test("pages lie beside the table where the base was exported without folders", () => {
  const page = `Dark mode ${id(1)}.md`;
  const table = `Feedback ${id(9)}_all.csv`;
  expect(chosen(table, page, `Elsewhere/Other ${id(2)}.md`)).toEqual({ table, pages: [page] });
});

test("tables within the pages of the base, and what archivers leave behind, are no choice to make", () => {
  const names = [
    `Feedback ${id(9)}.csv`,
    `Feedback/Dark mode ${id(1)}/Votes ${id(4)}.csv`,
    "__MACOSX/._Feedback.csv",
    ".DS_Store.csv",
  ];
  expect(chosen(...names)).toEqual({ table: `Feedback ${id(9)}.csv`, pages: [] });
});

test("pages alone are taken where there is no table", () => {
  const page = `Dark mode ${id(1)}.md`;
  expect(chosen(page, "README.md")).toEqual({ table: null, pages: [page] });
});

test("several tables are named for the person who has to choose, and none is refused", () => {
  const refusal = (...names: string[]) => {
    try {
      return chosen(...names);
    } catch (error) {
      return error instanceof UserError ? { key: error.key, params: error.params } : error;
    }
  };
  expect(refusal("Feedback.csv", "Customers.csv")).toEqual({
    key: "importsErrors.archive-several",
    params: { count: 2, files: "Feedback.csv\nCustomers.csv" },
  });
  expect(refusal("photo.jpg", "README.md")).toEqual({
    key: "importsErrors.archive-no-table",
    params: {},
  });
});
