import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { finished } from "node:stream/promises";
import { UserError } from "#lib/errors.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";

// A base exported from Notion as Markdown is a folder of pages, each named by its title and its id: the title, then the
// properties, a line each, then the text. They are laid down as a table, so that they come in as any other does.

/** The 32 hexadecimal figures by which Notion knows a page. */
const named = /^(.*?)[ -]?([0-9a-f]{32})\.md$/i;
const property = /^([\p{L}\p{N}][^:\n]{0,60}): (.*)$/u;

type Page = { id: string; title: string; properties: Map<string, string>; body: string };

/**
 * Writes the pages of a folder, those in folders below included, into one CSV file; what is no page is passed over.
 * @returns its path, and how to throw it away.
 * @throws UserError `importsErrors.no-pages`
 */
export async function tableOfPages(folder: string) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.md$/i.test(name));
  const columns = new Set<string>();
  let found = 0;
  // Twice over the files rather than all of them in memory: first for the names of the properties.
  for (const name of names.sort()) {
    const page = await readPage(folder, name);
    if (page) found += 1;
    for (const key of page?.properties.keys() ?? []) columns.add(key);
  }
  if (found === 0) throw new UserError("importsErrors.no-pages");
  const place = await mkdtemp(join(tmpdir(), "tribune-pages-"));
  const path = join(place, "pages.csv");
  const file = createWriteStream(path);
  file.write(line(["Page ID", "Title", "Text", ...columns]));
  for (const name of names) {
    const page = await readPage(folder, name);
    if (!page) continue;
    const values = [...columns].map((column) => page.properties.get(column) ?? "");
    if (!file.write(line([page.id, page.title, fromMarkdown(page.body), ...values])))
      await once(file, "drain");
  }
  file.end();
  await finished(file);
  return { path, discard: () => rm(place, { recursive: true, force: true }) };
}

async function readPage(folder: string, name: string): Promise<Page | null> {
  const match = named.exec(basename(name));
  if (!match) return null;
  const [, nameTitle = "", id = ""] = match;
  const text = (await readFile(join(folder, name), "utf8"))
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  return { id: id.toLowerCase(), ...pageOf(text, nameTitle) };
}

/** `fallback` is the title where the page has none. */
export function pageOf(text: string, fallback: string): Omit<Page, "id"> {
  const lines = text.split("\n");
  const heading = /^# +(.*)$/.exec(lines[0] ?? "");
  let at = heading ? 1 : 0;
  while (at < lines.length && lines[at]?.trim() === "") at += 1;
  const properties = new Map<string, string>();
  for (let match = property.exec(lines[at] ?? ""); match; match = property.exec(lines[at] ?? "")) {
    const [, name = "", value = ""] = match;
    properties.set(name.trim(), withoutLinks(value.trim()));
    at += 1;
  }
  const isBlock = (lines[at] ?? "").trim() === "";
  // A text whose first line merely holds a colon is no property.
  const body = (isBlock ? lines.slice(at) : lines.slice(heading ? 1 : 0)).join("\n").trim();
  const title = (heading?.[1] ?? fallback).trim();
  return { title, properties: isBlock ? properties : new Map(), body };
}

/** Relations point to other pages of the export by their files. */
function withoutLinks(value: string): string {
  return value.replace(/ \([^()]*[0-9a-f]{32}\.(?:md|csv)\)/gi, "");
}

function line(cells: string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}
