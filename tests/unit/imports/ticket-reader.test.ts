import { expect, test } from "vitest";
import { fileOf, readAll } from "./import-files.ts";

const read = async (description: string) => {
  const cell = `"${description.replaceAll('"', '""')}"`;
  const path = await fileOf(`Issue key,Summary,Description\nKEY-1,Title,${cell}\n`);
  const [ticket] = (await readAll(path)).tickets;
  return { body: ticket?.body, kept: ticket?.raw.Description };
};

test("a plain text of Jira's stays as it is, line breaks and all", async () => {
  const text = "Bonjour,\n\n  depuis hier 3 * 4 ne va plus.\nMerci";
  expect(await read(text)).toEqual({ body: text, kept: undefined });
});

test("wiki markup becomes our form, and is kept as it was written", async () => {
  const wiki = "h2. Steps\n# open *the board*\n# see [docs|https://a.example/x]";
  const { body, kept } = await read(wiki);
  expect(body).toBe("## Steps\n\n1. open **the board**\n2. see [docs](https://a.example/x)");
  expect(kept).toBe(wiki);
});
