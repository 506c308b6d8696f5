import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Tree = { [key: string]: string | Tree };

const messages = join(import.meta.dirname, "../../../lib/i18n/messages");

/** All messages of a language, read anew: a file a namespace, `imports-errors.json` is `importsErrors`. */
export function readMessages(language: string) {
  const folder = join(messages, language);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [namespaceOf(file), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
}

/** Every message by its whole key, `importsErrors.no-rows`. */
export function flat(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function namespaceOf(file: string): string {
  return file
    .replace(/\.json$/, "")
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
