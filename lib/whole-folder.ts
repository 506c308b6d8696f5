import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What is said of a folder that can't be made. */
export type FolderRefusals = { notEmpty: () => Error; unwritable: () => Error };

/**
 * Makes a folder that is there when it is whole, and not before: a power cut leaves all of it or none under its name.
 * @param build fills the folder that it is given, which then gets the name
 * @throws what `refusals` say, or what `build` throws: then nothing is left
 */
export async function wholeFolder<Result>(
  folder: string,
  refusals: FolderRefusals,
  build: (building: string) => Promise<Result>,
): Promise<Result> {
  const unwritable = () => {
    throw refusals.unwritable();
  };
  const found = await readdir(folder).catch((error) => (isMissing(error) ? [] : unwritable()));
  if (found.length > 0) throw refusals.notEmpty();
  const building = `${folder}.${randomBytes(4).toString("hex")}.partial`;
  await mkdir(building, { recursive: true, mode: 0o700 }).catch(unwritable);
  try {
    const result = await build(building);
    await settle(building);
    await rename(building, folder).catch(unwritable);
    await settle(dirname(folder));
    return result;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

/** A folder's own entries outlive a power cut too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
