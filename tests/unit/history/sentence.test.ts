import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import { operationsByName } from "#lib/nouns.ts";

const entry = (name: string, facts: Record<string, string> = {}, count = 1): HistoryEntry => ({
  id: "1",
  at: "2026-11-16T09:00:00.000Z",
  actor: "Louis Marchetti",
  name,
  undid: null,
  isUndone: false,
  count,
  facts,
});

function translator(locale: "en" | "fr") {
  const file = `lib/i18n/messages/${locale}/operations.json`;
  return createTranslator({
    locale,
    messages: JSON.parse(readFileSync(file, "utf8")),
    onError: (error) => {
      throw error;
    },
  });
}

describe.each(["en", "fr"] as const)("in %s", (locale) => {
  test.each([...operationsByName.keys()])("%s has a sentence, whatever is known of it", (name) => {
    for (const count of [1, 3]) {
      const sentence = sentenceOf(translator(locale), entry(name, {}, count));
      expect(sentence).not.toMatch(/none|\{|\}/);
      expect(sentence.length).toBeGreaterThan(5);
    }
  });
});

test.each([
  [
    "en",
    entry("insight.assigned", { insight: "INS-12", tribe: "Planning" }),
    "gave INS-12 to Planning",
  ],
  ["fr", entry("insight.assigned", { tribe: "Planning" }, 3), "a donné 3 insights à Planning"],
  [
    "en",
    entry("insight.answered", { insight: "INS-12", answer: "out-of-scope" }),
    "answered INS-12: out of scope",
  ],
  [
    "fr",
    entry("hat.given", { person: "Ada", hat: "lead-pm", tribe: "Terrain" }),
    "a donné à Ada la casquette Lead PM pour Terrain",
  ],
  [
    "en",
    { ...entry("undo", { insight: "INS-12", tribe: "Planning" }), undid: "insight.assigned" },
    "took back: gave INS-12 to Planning",
  ],
] as const)("%s %#: a sentence names what it is about", (locale, given, expected) => {
  expect(sentenceOf(translator(locale), given)).toBe(expected);
});
