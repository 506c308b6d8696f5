import { hash } from "node:crypto";
import { fold } from "#lib/fold.ts";
import { openFile } from "#lib/imports/reading/open-file.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";
import { withoutNotionLinks } from "#lib/tables/cell-words.ts";
import { type Dialect, readRecords } from "#lib/tables/records.ts";
import { type NamedFile, type PageHead, plainTitle, readPage } from "./pages.ts";
import { writeTable } from "./write-table.ts";

type Head = PageHead & { file: NamedFile };

/** Of rows that share a title, as many pages are compared: beyond that none is told from another. */
const mostAlike = 200;

/**
 * Writes a base's table with the text of each row's page beside it, and the page's id; nothing where no row has a page.
 * @returns whether it was written, and the titles of the pages that belong to no row
 */
export async function joinPages(
  table: string,
  files: NamedFile[],
  path: string,
): Promise<{ isJoined: boolean; left: string[] }> {
  const { dialect, headers, sample } = await openFile(table);
  const columns = new Set(headers.map(fold));
  const heads = await readHeads(files, columns);
  const find = pageFinder(heads, headers, sample);
  const titles = (pages: Head[]) => pages.map(({ title, file }) => title || file.name);
  if (!find) return { isJoined: false, left: titles(heads) };
  const found: (Head | null)[] = [];
  for await (const cells of rowsOf(table, dialect)) found.push(find(cells));
  const taken = new Set(found);
  const left = titles(heads.filter((head) => !taken.has(head)));
  if (left.length === heads.length) return { isJoined: false, left };
  const idName = freeName(headers, ["Page ID", "Notion ID"]);
  const textName = freeName(headers, ["Text", "Body", "Content"]);
  const joined = {
    names: [idName, textName].filter((name) => name !== null),
    found,
    idName,
    columns,
  };
  await writeTable(path, joinedRows(table, dialect, headers, joined));
  return { isJoined: true, left };
}

type Joined = {
  names: string[];
  found: (Head | null)[];
  idName: string | null;
  columns: ReadonlySet<string>;
};

async function* joinedRows(
  table: string,
  dialect: Dialect,
  headers: string[],
  { names, found, idName, columns }: Joined,
): AsyncGenerator<string[]> {
  yield [...headers.map((header) => header.replaceAll("\uFEFF", "")), ...names];
  const idOf = idsWithoutPage();
  let at = 0;
  for await (const cells of rowsOf(table, dialect)) {
    const head = found[at];
    at += 1;
    const page = head ? await readPage(head.file, columns) : null;
    const text = page ? fromMarkdown(page.body) : "";
    const more = idName === null ? [text] : [page?.id ?? idOf(cells), text];
    yield [...cells, ...more.slice(0, names.length)];
  }
}

/**
 * What a row without a page is known by, so that one of them takes the ids of no other: by what stands in it, counted
 * where rows say the same.
 */
function idsWithoutPage(): (cells: string[]) => string {
  const seen = new Map<string, number>();
  return (cells) => {
    const text = JSON.stringify(cells);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return hash("sha256", `${text}${times}`, "hex").slice(0, 32);
  };
}

async function readHeads(files: NamedFile[], columns: ReadonlySet<string>): Promise<Head[]> {
  const heads: Head[] = [];
  for (const file of files) {
    const page = await readPage(file, columns);
    if (page) heads.push({ id: page.id, title: page.title, properties: page.properties, file });
  }
  return heads;
}

/**
 * Which page is a row's: the one of its title, and among several the one whose properties are most like its cells. Each
 * is found once. Null where no column holds the titles.
 */
function pageFinder<Page extends PageHead>(
  pages: Page[],
  headers: string[],
  sample: string[][],
): ((cells: string[]) => Page | null) | null {
  const byTitle = Map.groupBy(pages, ({ title }) => titleKey(title));
  const hits = headers.map(
    (_, index) => sample.filter((cells) => byTitle.has(titleKey(cells[index] ?? ""))).length,
  );
  const most = Math.max(0, ...hits);
  const titleAt = hits.indexOf(most);
  if (most === 0) return null;
  return (cells) => {
    const alike = byTitle.get(titleKey(cells[titleAt] ?? "")) ?? [];
    const likeness = alike.slice(0, mostAlike).map((page) => likenessOf(page, headers, cells));
    const [page] = alike.splice(likeness.indexOf(Math.max(...likeness)), 1);
    return page ?? null;
  };
}

function likenessOf({ properties }: PageHead, headers: string[], cells: string[]): number {
  return headers.filter((header, index) => {
    const value = properties.get(fold(header));
    return value !== undefined && fold(value) === fold(withoutNotionLinks(cells[index] ?? ""));
  }).length;
}

function titleKey(title: string): string {
  return fold(plainTitle(title)) || "untitled";
}

function freeName(headers: string[], names: string[]): string | null {
  const taken = new Set(headers.map(fold));
  return names.find((name) => !taken.has(fold(name))) ?? null;
}

async function* rowsOf(path: string, dialect: Dialect): AsyncGenerator<string[]> {
  let isHeader = true;
  for await (const { records } of readRecords(path, dialect)) {
    for (const { cells } of records) {
      if (!isHeader) yield cells;
      isHeader = false;
    }
  }
}
