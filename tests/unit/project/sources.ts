import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The project's own files in these folders and at these paths, as paths from its root; what is generated left out. */
export function listSources(entries: readonly string[], pattern: RegExp): string[] {
  return entries.flatMap((entry) =>
    pattern.test(entry) ? [entry] : listFolder(entry).filter((path) => pattern.test(path)),
  );
}

/** Each line that holds `pattern`, as `path: line`. Comments are no code. */
export function linesWith(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readSource(path)
      .split("\n")
      .filter((line) => pattern.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

export function readSource(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function listFolder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("lib/generated/"));
}
