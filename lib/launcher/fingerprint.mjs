// Hashes of files, by which a step knows whether its result is still that of its sources.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

/** SHA-256 over names and contents of these files and folders (from the clone's root), hidden ones left out. */
export function fingerprint(entries, leaveOut = () => false) {
  const hash = createHash("sha256");
  for (const path of entries.flatMap((entry) => listFiles(join(root, entry), leaveOut)).sort()) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function listFiles(path, leaveOut) {
  if (!existsSync(path) || leaveOut(relative(root, path))) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => listFiles(join(path, entry.name), leaveOut));
}
