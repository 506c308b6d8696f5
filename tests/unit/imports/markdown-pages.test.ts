import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { tableOfPages } from "#lib/cli/markdown-pages.ts";
import { pageOf } from "#lib/imports/archive/pages.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const hex = (n: number) => n.toString(16).padStart(32, "0");

async function folderOf(pages: Record<string, string>): Promise<string> {
  const folder = temporaryFolder("notion");
  await mkdir(join(folder, "Below"));
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, name), text);
  return folder;
}

test("the pages of a folder are rows: id, title, text, and a column for each property that any has", async () => {
  const folder = await folderOf({
    [`Dark mode ${hex(1)}.md`]:
      "# Dark mode\n\nStatus: New\nCustomer: Ventadour (../Customers/Ventadour%20" +
      `${hex(9)}.md)\n\nMy "eyes", at night.\n\n- one\n- two\n`,
    [`Below/Offline ${hex(2)}.md`]: "\uFEFF# Offline\r\n\r\nOwner: Ana\r\n\r\nNo network.\r\n",
    "README.md": "# Not a page\n",
    [`Feedback ${hex(3)}.csv`]: "Name\nDark mode\n",
  });
  const { path, discard } = await tableOfPages(folder);
  const rows: string[][] = parse(await readFile(path, "utf8"));
  expect(rows).toEqual([
    ["Page ID", "Title", "Text", "Owner", "Status", "Customer"],
    [hex(2), "Offline", "No network.", "Ana", "", ""],
    [hex(1), "Dark mode", 'My "eyes", at night.\n\n- one\n- two', "", "New", "Ventadour"],
  ]);
  await discard();
});

test("a page's Markdown comes in as our form of text, and what would run does not", async () => {
  const text = "# Idea\n\n__Bold__ and [here](javascript:alert(1)).\n\n* one\n* two\n";
  const { path, discard } = await tableOfPages(await folderOf({ [`Idea ${hex(4)}.md`]: text }));
  const [, row] = parse(await readFile(path, "utf8"));
  expect(row).toEqual([hex(4), "Idea", "**Bold** and here.\n\n- one\n- two"]);
  await discard();
});

test("a folder without pages is refused", async () => {
  await expect(tableOfPages(await folderOf({ "README.md": "# No" }))).rejects.toThrow(
    "importsErrors.no-pages",
  );
});

test("a text whose first line holds a colon is text, and a page without a heading has its file's name", () => {
  expect(pageOf("# Title\n\nNote: read on\nand on.\n", "x")).toEqual({
    title: "Title",
    properties: new Map(),
    body: "Note: read on\nand on.",
  });
  expect(pageOf("Just words.", "From the name")).toMatchObject({
    title: "From the name",
    body: "Just words.",
  });
});
