import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import type { Params } from "#lib/errors.ts";
import type { Language } from "#lib/i18n/language.ts";
import { refusalSentence } from "#lib/i18n/refusal-sentence.ts";
import { readMessages } from "#tests/support/messages/read.ts";

type Refusal = { key: string; params: Params };

const words = (locale: Language) =>
  createTranslator({ locale, messages: readMessages(locale), onError: () => {} });

it.each<{ refusal: Refusal; en: string; fr: string }>([
  {
    refusal: { key: "quarter-closed", params: { tribe: "Terrain", quarter: "2026-Q4" } },
    en: "Q4 2026 is closed for Terrain. Reopen it first.",
    fr: "Q4 2026 est clôturé pour Terrain. Rouvre-le d’abord.",
  },
  {
    refusal: { key: "importsErrors.time-zone", params: { timeZone: "Mars" } },
    en: "“Mars” is no time zone. Give one such as Europe/Paris.",
    fr: "«\u00a0Mars\u00a0» n’est pas un fuseau horaire. Donnes-en un comme Europe/Paris.",
  },
])("A refusal is said in the reader’s language: $refusal.key", ({ refusal, en, fr }) => {
  expect(refusalSentence(words("en"), refusal)).toBe(en);
  expect(refusalSentence(words("fr"), refusal)).toBe(fr);
});

const unexpected = "Something went wrong on our side, nothing was changed. Try again";

it.each<{ why: string } & Refusal>([
  { why: "has no words", key: "of-another-version", params: {} },
  { why: "names a room without words", key: "nowhere.at-all", params: {} },
  { why: "lacks what its sentence mentions", key: "quarter-closed", params: { tribe: "Terrain" } },
])("A refusal that $why is told as unexpected, without its key", ({ key, params }) => {
  expect(refusalSentence(words("en"), { key, params })).toBe(`${unexpected}.`);
});

it("An unexpected refusal says what to give to Product Ops", () => {
  const refusal = { key: "unexpected", params: { id: "4711" } };
  expect(refusalSentence(words("en"), refusal)).toBe(
    `${unexpected}; if it goes on, give 4711 to Product Ops.`,
  );
});
