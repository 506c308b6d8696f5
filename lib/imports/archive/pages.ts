import { UserError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";
import { withoutNotionLinks } from "#lib/tables/cell-words.ts";
import { writeTable } from "./write-table.ts";

// Notion's pages as Markdown are each named by their title and their id: the title, then the properties, a line each,
// then the text. They are laid down as a table, so that they come in as any other does.

/** A file among others; its name, as its folder or archive has it, parted by slashes. */
export type NamedFile = { name: string; read: () => Promise<Buffer> };

export type PageHead = { id: string; title: string; properties: Map<string, string> };
export type Page = PageHead & { body: string };

/** The 32 hexadecimal figures by which Notion knows a page. */
const named = /^(.*?)[ -]?([0-9a-f]{32})\.md$/i;
/** Without a table nothing tells which names are properties': French puts a space before a colon in its texts. */
const anyProperty = /^([\p{L}\p{N}](?:[^:\n]{0,59}[^\s:])?): (.*)$/u;

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
export async function readPage(
  { name, read }: NamedFile,
  columns?: ReadonlySet<string>,
): Promise<Page | null> {
  const match = named.exec(baseName(name));
  if (!match) return null;
  const [, nameTitle = "", id = ""] = match;
  const text = (await read())
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  return { id: id.toLowerCase(), ...pageOf(text, nameTitle, columns) };
}

/**
 * `fallback` is the title where the page has none. Where the page is a row's, `columns` are the names of its table,
 * folded: no other line above the text is a property, whatever colon it holds.
 */
export function pageOf(
  text: string,
  fallback: string,
  columns?: ReadonlySet<string>,
): Omit<Page, "id"> {
  const lines = text.split("\n");
  const heading = /^# +(.*)$/.exec(lines[0] ?? "");
  let at = heading ? 1 : 0;
  while (at < lines.length && lines[at]?.trim() === "") at += 1;
  const properties = new Map<string, string>();
  for (let found = propertyAt(lines, at, columns); found; found = propertyAt(lines, at, columns)) {
    properties.set(columns ? fold(found.name) : found.name, withoutNotionLinks(found.value.trim()));
    at = found.next;
  }
  const isBlock = (lines[at] ?? "").trim() === "";
  // A text whose first line merely holds a colon is no property.
  const body = (isBlock ? lines.slice(at) : lines.slice(heading ? 1 : 0)).join("\n").trim();
  const title = plainTitle(heading?.[1] ?? fallback);
  return { title, properties: isBlock ? properties : new Map(), body };
}

type Property = { name: string; value: string; next: number };

/** A name may go over two lines, and so may a value, up to the next property or an empty line. */
function propertyAt(lines: string[], at: number, columns?: ReadonlySet<string>): Property | null {
  const line = lines[at] ?? "";
  if (columns === undefined) {
    const [found, name = "", value = ""] = anyProperty.exec(line) ?? [];
    return found === undefined ? null : { name, value, next: at + 1 };
  }
  const start = startOf(line, columns);
  const joined = start ? null : startOf(`${line} ${lines[at + 1] ?? ""}`, columns);
  const { name, value } = start ?? joined ?? {};
  if (name === undefined || value === undefined || line.trim() === "") return null;
  let next = at + (start ? 1 : 2);
  let whole = value;
  while (lines[next]?.trim() && !startOf(lines[next] ?? "", columns)) {
    whole += `\n${lines[next]}`;
    next += 1;
  }
  return { name, value: whole, next };
}

function startOf(line: string, columns: ReadonlySet<string>) {
  for (let colon = line.indexOf(":"); colon !== -1; colon = line.indexOf(":", colon + 1)) {
    const name = line.slice(0, colon);
    const isEnd = colon + 1 === line.length || line[colon + 1] === " ";
    if (isEnd && columns.has(fold(name))) return { name, value: line.slice(colon + 1) };
  }
  return null;
}

/** A heading's words without its marks: links, bold, code and what a backslash guards. */
export function plainTitle(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)/g, "$1")
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!~|<>])/g, "$1")
    .trim();
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
