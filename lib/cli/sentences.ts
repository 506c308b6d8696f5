import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { shell } from "#lib/env.ts";
import type { Params } from "#lib/errors.ts";
import type { Language } from "#lib/i18n/language.ts";
import { refusalSentence } from "#lib/i18n/refusal-sentence.ts";

/** A sentence for whoever typed the command: how it is used, or what could not be done. */
export class CliError extends Error {}

export type Say = (key: string, params: Params) => string;

/** The messages of the command line and of refusals: `errors` for a bare key, another namespace before a dot. */
export function sentences(locale: Language): Say {
  const folder = join(import.meta.dirname, "../i18n/messages", locale);
  const messages = Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, "").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      JSON.parse(readFileSync(join(folder, file), "utf8")),
    ]),
  );
  const translate = createTranslator({ locale, messages });
  return (key, params) => refusalSentence(translate, { key, params });
}

/** What `--lang` says, else what the machine speaks. */
export function languageAsked(args: string[]): Language {
  const { values } = parseArgs({ args, options: { lang: { type: "string" } }, strict: false });
  const asked = typeof values.lang === "string" ? values.lang : shell().language;
  return asked.startsWith("fr") ? "fr" : "en";
}
