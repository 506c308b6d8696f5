import { randomUUID } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "#lib/errors.ts";
import { shortened } from "#lib/imports/columns/column-facts.ts";
import type { ImportWarning } from "#lib/imports/reading/refuse-hopeless.ts";
import { inWholeUnits } from "#lib/tables/too-large.ts";
import { chooseFiles, isTable } from "./choose-files.ts";
import { joinPages } from "./join-pages.ts";
import { isPage, type NamedFile, writePages } from "./pages.ts";
import { openZip, type Zip, type ZipEntry } from "./zip.ts";

export type UnpackOptions = {
  /** An empty folder that nobody else uses; whoever made it removes it. */
  folder: string;
  /** The most that what is taken of it may be, unpacked, in bytes. */
  limit: number;
};

/** No page that a person wrote comes near. */
const longestPage = 8 * 1024 * 1024;
const mostParts = 100;
const titlesShown = 5;

/** Texts pack to a tenth, tables that repeat themselves to a fiftieth; what is small does no harm. */
const mostRatio = 200;
const harmlessBytes = 64 * 1024 * 1024;

/**
 * The table that an archive holds, with the pages of its rows, as one CSV file in `folder`. Archives within it are
 * opened too, as Notion packs them; nothing is ever named as the archive says. With it what a person should know of what
 * was left in the archive.
 * @throws UserError of `importsErrors`
 */
export async function unpack(
  path: string,
  { folder, limit }: UnpackOptions,
): Promise<{ path: string; warnings: ImportWarning[] }> {
  const opened: Zip[] = [];
  const place = () => join(folder, `${randomUUID()}.csv`);
  try {
    const zip = await openZip(path, isWanted);
    opened.push(zip);
    const { size } = await stat(path);
    const entries = [...zip.entries.filter(({ name }) => !isArchive(name))];
    const parts = zip.entries.filter(({ name }) => isArchive(name));
    if (parts.length > mostParts) throw new UserError("importsErrors.archive-bomb");
    requireFits(parts, size, limit);
    let isDeeper = false;
    for (const part of parts) {
      const inner = place();
      await store(part, inner);
      const within = await openZip(inner, isWanted);
      opened.push(within);
      entries.push(...within.entries.filter(({ name }) => !isArchive(name)));
      isDeeper ||= within.entries.some(({ name }) => isArchive(name));
    }
    if (entries.length === 0 && isDeeper) throw new UserError("importsErrors.archive-within");
    const { table, pages } = chooseFiles(entries);
    const taken = table ? [table, ...pages] : pages;
    requireFits(taken, size, limit);
    if (pages.some((page) => page.size > longestPage))
      throw new UserError("importsErrors.archive-bomb");
    const files = pages.map(asFile);
    const joined = place();
    if (!table) {
      await writePages(files, joined);
      return { path: joined, warnings: [] };
    }
    const bare = place();
    await store(table, bare);
    if (files.length === 0) return { path: bare, warnings: [] };
    const { isJoined, left } = await joinPages(bare, files, joined);
    return { path: isJoined ? joined : bare, warnings: pagesLeft(left) };
  } finally {
    for (const zip of opened) zip.close();
  }
}

function pagesLeft(titles: string[]): ImportWarning[] {
  if (titles.length === 0) return [];
  const shown = titles.slice(0, titlesShown).map(shortened);
  const pages = titles.length > titlesShown ? `${shown.join(", ")}, …` : shown.join(", ");
  return [{ key: "pages-without-row", params: { count: titles.length, pages } }];
}

function isWanted(name: string): boolean {
  return isTable(name) || isPage(name) || isArchive(name);
}

function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

function requireFits(entries: ZipEntry[], size: number, limit: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > harmlessBytes && total > mostRatio * size)
    throw new UserError("importsErrors.archive-bomb");
  if (total > limit)
    throw new UserError("importsErrors.archive-too-large", inWholeUnits(total, limit));
}

function asFile({ name, bytes }: ZipEntry): NamedFile {
  return { name, read: async () => Buffer.concat(await Array.fromAsync(bytes())) };
}

async function store({ bytes }: ZipEntry, path: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of bytes()) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}
