import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePages } from "#lib/imports/archive/pages.ts";

/**
 * Writes Notion's pages of a folder, those in folders below included, into one CSV file.
 * @returns its path, and how to throw it away.
 * @throws UserError `importsErrors.no-pages`
 */
export async function tableOfPages(folder: string) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.md$/i.test(name));
  const files = names.map((name) => ({
    name: name.replaceAll("\\", "/"),
    read: () => readFile(join(folder, name)),
  }));
  const place = await mkdtemp(join(tmpdir(), "tribune-pages-"));
  const path = join(place, "pages.csv");
  const discard = () => rm(place, { recursive: true, force: true });
  try {
    await writePages(files, path);
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, discard };
}
