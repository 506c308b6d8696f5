import { UserError } from "#lib/errors.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";
import { writeTable } from "./write-table.ts";

// Notion's pages as Markdown are each named by their title and their id: the title, then the properties, a line each,
// then the text. They are laid down as a table, so that they come in as any other does.

/** A file among others; its name, as its folder or archive has it, parted by slashes. */
export type NamedFile = { name: string; read: () => Promise<Buffer> };

export type PageHead = { id: string; title: string; properties: Map<string, string> };
export type Page = PageHead & { body: string };

/** The 32 hexadecimal figures by which Notion knows a page. */
const named = /^(.*?)[ -]?([0-9a-f]{32})\.md$/i;
const property = /^([\p{L}\p{N}][^:\n]{0,60}): (.*)$/u;

/**
 * Writes pages into one new CSV file, in the order of their names; what is no page is passed over.
 * @throws UserError `importsErrors.no-pages`
 */
export async function writePages(files: NamedFile[], path: string): Promise<void> {
  const inOrder = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const columns = new Set<string>();
  let found = 0;
  // Twice over the files rather than all of them in memory: first for the names of the properties.
  for (const file of inOrder) {
    const page = await readPage(file);
    if (page) found += 1;
    for (const key of page?.properties.keys() ?? []) columns.add(key);
  }
  if (found === 0) throw new UserError("importsErrors.no-pages");
  await writeTable(path, rowsOf(inOrder, [...columns]));
}

async function* rowsOf(files: NamedFile[], columns: string[]): AsyncGenerator<string[]> {
  yield ["Page ID", "Title", "Text", ...columns];
  for (const file of files) {
    const page = await readPage(file);
    if (!page) continue;
    const values = columns.map((column) => page.properties.get(column) ?? "");
    yield [page.id, page.title, fromMarkdown(page.body), ...values];
  }
}

export function isPage(name: string): boolean {
  return named.test(baseName(name));
}

/** Null for what is no page of Notion's. */
export async function readPage({ name, read }: NamedFile): Promise<Page | null> {
  const match = named.exec(baseName(name));
  if (!match) return null;
  const [, nameTitle = "", id = ""] = match;
  const text = (await read())
    .toString("utf8")
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

function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
