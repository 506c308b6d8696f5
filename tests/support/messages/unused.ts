import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/**
 * The keys that no source asks for, as far as reading can tell: asked for is what stands between quotes, or may be made
 * by a template, after a room that stands between quotes too.
 */
export function unusedKeys(keys: Iterable<string>): string[] {
  const { words, templates } = askedFor();
  const patterns = templates.map(patternOf);
  const isSaid = (key: string) => words.has(key) || patterns.some((one) => one.test(key));
  const isRoom = (room: string) =>
    words.has(room) || templates.some((one) => one.startsWith(`${room}.$`));
  return [...keys].filter(
    (key) => !isSaid(key) && cutsOf(key).every(([room, end]) => !(isRoom(room) && isSaid(end))),
  );
}

/** `a.b.c` as a key `b.c` of the room `a`, and a key `c` of `a.b`. */
function cutsOf(key: string): [room: string, end: string][] {
  const parts = key.split(".");
  return parts
    .slice(1)
    .map((_, index) => [parts.slice(0, index + 1).join("."), parts.slice(index + 1).join(".")]);
}

function askedFor() {
  const words = new Set<string>();
  const templates = new Set<string>();
  for (const source of sources()) {
    for (const [, text = ""] of source.matchAll(/["']([\w.-]+)["']/g)) words.add(text);
    for (const [, text = ""] of source.matchAll(/`([\w.-]*(?:\$\{[^`{}]*\}[\w.-]*)+)`/g))
      if (/^[a-z][\w.-]*[.-]\$|^\$.*\}\.?[a-z]{3,}$/i.test(text)) templates.add(text);
  }
  return { words, templates: [...templates] };
}

const ofWholeRooms = /^(errors|importsErrors|jiraErrors|doctor|cli)\.\$\{[^}]*\}$/;

/** `answer.${key}` as a pattern. */
function patternOf(template: string): RegExp {
  // A room's own name before the key tells nothing: the key itself stands between quotes elsewhere.
  const parts = template
    .replace(ofWholeRooms, "!")
    .split(/\$\{.*?\}/)
    .map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${parts.join("[\\w-]+")}$`);
}

function sources(): string[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          /\.tsx?$/.test(entry.name) &&
          entry.name !== "declared-messages.ts" &&
          !entry.parentPath.includes("generated"),
      )
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")),
  );
}
