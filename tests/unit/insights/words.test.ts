import { expect, test } from "vitest";
import { ageOf } from "#lib/insights/age.ts";
import { needsReason, proposeKind } from "#lib/insights/kinds.ts";
import { languageOf } from "#lib/insights/language.ts";
import { numberOf, soughtKey } from "#lib/insights/number.ts";

test.each([
  ["[BUG] Export compta : avoirs en double depuis la 8.14", "bug"],
  ["L'appli plante quand on signe", "bug"],
  ["La carte est enfin rapide, merci à l'équipe", "praise"],
  ["3 techs ont reperdu leur compte rendu", "problem"],
  ["AO Saint-Avel, exigence 4.7 : on l'a ou pas ??", "question"],
  ["CP12 to landlord AND tenant, automatically", "request"],
  ["Merci !", "praise"],
  ["Le planning ne s'affiche pas le lundi.\n\nMerci,\nZoé", "problem"],
  ["Please add an export.\nThanks\nBob", "request"],
  ["Merci de nous ajouter un export", "request"],
])("%s is proposed as %s", (text, kind) => {
  expect(proposeKind(text)).toBe(kind);
});

test("only declining needs its reason", () => {
  expect(needsReason("declined")).toBe(true);
  expect(needsReason("exists")).toBe(false);
});

test.each([
  [
    "Bonjour, comme vu au COPIL : ils refont tout sur papier, c'est bloquant pour les agences",
    "fr",
  ],
  ["Two dispatchers have the same board open and nobody is told when it moves", "en"],
  [
    "Le client est furieux parce que les rapports ne sont pas dans le portail. He said that they have lost the reports and it is not the first time.",
    "mixed",
  ],
  ["CP12 ???", null],
  ["", null],
  ["Le client souhaite exporter la liste des factures avec les montants.", "fr"],
  ["The customer wants to export the list of invoices with amounts.", "en"],
  [
    "Bonjour, le client dit : “the export is not working since the update”. Merci de regarder.",
    "mixed",
  ],
  ["SUP-123 / 4711", null],
])("%s is in %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  ["INS-2417", 2417],
  ["ins2417", 2417],
  [" 42 ", 42],
  ["0", null],
  ["9999999999", null],
  ["SUP-12", null],
  ["-1", null],
])("%s names insight %s", (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test("a desk's key is looked for as a key, words are not", () => {
  expect(soughtKey("sup-18233")).toEqual({ number: null, deskKey: "SUP-18233", isOurs: false });
  expect(soughtKey("INS-7")).toMatchObject({ number: 7, isOurs: true });
  expect(soughtKey("planning")).toBeNull();
  expect(soughtKey("hors-ligne")).toBeNull();
});

const now = new Date("2026-11-16T12:00:00Z");
test.each([
  ["2026-11-16T11:59:30Z", "minutes", 0],
  ["2026-11-16T10:00:00Z", "hours", 2],
  ["2026-11-15T12:00:00Z", "days", 1],
  ["2026-08-16T12:00:00Z", "months", 3],
  ["2023-11-16T12:00:00Z", "years", 3],
  ["2026-11-17T12:00:00Z", "minutes", 0],
])("what was said %s is %s old: %i", (instant, unit, count) => {
  expect(ageOf(instant, now)).toEqual({ unit, count });
});
