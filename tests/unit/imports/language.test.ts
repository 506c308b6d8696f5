import { expect, test } from "vitest";
import { languageOf } from "#lib/imports/csv/language.ts";

test.each([
  ["Le client souhaite exporter la liste des factures avec les montants.", "fr"],
  ["The customer wants to export the list of invoices with amounts.", "en"],
  [
    "Bonjour, le client dit : “the export is not working since the update”. Merci de regarder.",
    "mixed",
  ],
  ["OK", null],
  ["", null],
  ["SUP-123 / 4711", null],
])("%j is %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
