import { UserError } from "#lib/errors.ts";
import { isPage } from "./pages.ts";

type Named = { name: string };

/** The table to import with the pages of its rows; or pages alone, when there is no table. */
export type Chosen<Entry> = { table: Entry | null; pages: Entry[] };

const namesShown = 8;

/**
 * What of an archive is imported: its one table. Of a base, Notion writes the rows of a view into `Name <id>.csv`, all
 * rows into `Name <id>_all.csv`, and a page for each row into the folder `Name`; tables that stand in one of those
 * pages are not what was exported.
 * @throws UserError `importsErrors.archive-several` for a choice that only a person can make,
 * `importsErrors.archive-no-table` for none.
 */
export function chooseFiles<Entry extends Named>(entries: Entry[]): Chosen<Entry> {
  const seen = entries.filter(({ name }) => !isHidden(name));
  const tables = withoutInner(withoutViews(seen.filter(({ name }) => isTable(name))));
  const pages = seen.filter(({ name }) => isPage(name));
  const [table, ...others] = tables;
  if (!table) {
    if (pages.length === 0) throw new UserError("importsErrors.archive-no-table");
    return { table: null, pages };
  }
  if (others.length > 0) {
    const names = tables.map(({ name }) => name);
    const shown = names.slice(0, namesShown).join("\n");
    const files = names.length > namesShown ? `${shown}\n…` : shown;
    throw new UserError("importsErrors.archive-several", { count: names.length, files });
  }
  const own = foldersOf(table.name);
  const within = pages.filter(({ name }) => own.has(folderOf(name)));
  // Exported without folders, all of them lie beside the table.
  const beside = pages.filter(({ name }) => folderOf(name) === folderOf(table.name));
  return { table, pages: within.length > 0 ? within : beside };
}

export function isTable(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name);
}

/** Workbooks and documents of office programs are archives too. */
export function isOffice(name: string): boolean {
  return /^(\[Content_Types\]\.xml|mimetype|_rels\/|docProps\/|xl\/|META-INF\/)/.test(name);
}

/** What archiving programs leave behind. */
function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

function withoutViews<Entry extends Named>(tables: Entry[]): Entry[] {
  const byStem = Map.groupBy(tables, ({ name }) => stemOf(name));
  return [...byStem.values()].flatMap((same) => {
    const whole = same.find(({ name }) => /_all\.csv$/i.test(name));
    return whole ? [whole] : same;
  });
}

function withoutInner<Entry extends Named>(tables: Entry[]): Entry[] {
  const folders = new Set(tables.flatMap(({ name }) => [...foldersOf(name)]));
  return tables.filter(({ name }) => !isIn(name, folders));
}

function isIn(name: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(name); folder !== ""; folder = folderOf(folder))
    if (folders.has(folder)) return true;
  return false;
}

/** Those in which the pages of a table's rows may stand: without the id in its name, or with it. */
function foldersOf(table: string): Set<string> {
  const stem = stemOf(table);
  return new Set([stem, stem.replace(/[ -]?[0-9a-f]{32}$/i, "")]);
}

function stemOf(name: string): string {
  return composed(name)
    .replace(/\.(csv|tsv)$/i, "")
    .replace(/_all$/i, "");
}

function folderOf(name: string): string {
  return composed(name).slice(0, Math.max(0, composed(name).lastIndexOf("/")));
}

/** A Mac writes an accent behind its letter, a table's name may have both in one. */
function composed(name: string): string {
  return name.normalize("NFC");
}
