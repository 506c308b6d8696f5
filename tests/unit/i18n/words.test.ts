import { expect, test } from "vitest";
import { flat, readMessages } from "#tests/support/messages/read.ts";

const said = {
  fr: [...flat(readMessages("fr"))],
  en: [...flat(readMessages("en"))],
};

/** What a product manager doesn't say, and what they say instead. */
const unsaid = [
  ["fr", /(?<!pourrait )\bdonn\S+ à (une|la|\{tribe\}) ?(Tribe|$)/i, "attribuer à"],
  ["fr", /^Tableaux?$/, "Tableau de bord"],
  ["fr", /\bm-p\b|mois-personnes/, "mois-personne"],
  ["fr", /\bbandes?\b/i, "fourchette"],
  ["fr", /avec leurs mots/i, "Verbatims"],
  ["fr", /\bportée\b/i, "Reach"],
  ["fr", /^Sert$|\bServi par|initiatives? derrière/i, "Contribue à, initiatives liées"],
  ["fr", /\bisolés?\b|# d’avant/i, "sans thème, reportés"],
  ["fr", /^Merci$/, "Retour positif"],
  ["fr", /\bhistoire\b/i, "Historique"],
  ["fr", /images? gardées?/i, "version figée"],
  ["fr", /\bclore\b|\bclos\b/i, "clôturer, clôturé"],
  ["fr", /\bdor(t|ment|mir)\b|réveill/i, "mis en veille, de retour"],
  ["fr", /^(Prendre|Poser|Rendre)( ou poser)?$/i, "saisir, déposer, annuler"],
  ["fr", /touches seules/i, "raccourcis à une touche"],
  ["fr", /\bcollecte\b/i, "synchronisation"],
  ["fr", /\bambitieux\b/i, "aspirationnel"],
  ["fr", /place pour|^en jeu$|du plus grand$/i, "what it is, in whole words"],
  ["en", /\bp-m\b/, "person-months"],
  ["en", /\bbands?\b/i, "range"],
  [
    "en",
    /^in their words$|pictures? kept|single keys\b/i,
    "Verbatims, frozen version, single-key shortcuts",
  ],
  ["en", /\bServes$|\bServed by/, "Contributes to, linked initiatives"],
  ["en", /\bsleeps?\b|\bwoken\b|^Wake$/i, "snoozed, back to sort"],
] as const;

test.each(unsaid)("%s: %s is said as “%s”", (language, word) => {
  expect(said[language].filter(([, text]) => word.test(text))).toEqual([]);
});

test("one idea has one word: appearance is no theme", () => {
  for (const language of ["en", "fr"] as const) {
    const titles = new Map(said[language]);
    expect(titles.get("shell.theme.title")).toMatch(/^Appear?ance|^Apparence/);
    expect(titles.get("rooms.dashboards")).toBe(titles.get("dashboards.title"));
    expect(titles.get("keys.label.dashboard")).toBe(titles.get("dashboards.title"));
  }
});
