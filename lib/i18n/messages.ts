import { isProduction } from "#lib/env.ts";
import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "#lib/i18n/language.ts";

export type Messages = { [key: string]: string | Messages };

const loaded = new Map<Language, Promise<Messages>>();

/** All messages of a language: a file a namespace, `messages/fr/imports-errors.json` is `importsErrors`. */
export function loadMessages(language: Language): Promise<Messages> {
  const known = isProduction() ? loaded.get(language) : undefined;
  if (known) return known;
  const reading = read(language);
  loaded.set(language, reading);
  return reading;
}

async function read(language: Language): Promise<Messages> {
  const folder = join(process.cwd(), "lib/i18n/messages", language);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const entries = await Promise.all(
    files.map(
      async (file): Promise<[string, Messages]> => [
        namespaceOf(file),
        JSON.parse(await readFile(join(folder, file), "utf8")),
      ],
    ),
  );
  return Object.fromEntries(entries);
}

function namespaceOf(file: string): string {
  return file
    .replace(/\.json$/, "")
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
