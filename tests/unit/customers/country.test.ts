import { expect, test } from "vitest";
import { countryName, countryOf } from "#lib/customers/country.ts";

test.each([
  ["France", "FR"],
  ["fr", "FR"],
  ["UK", "GB"],
  ["Royaume-Uni", "GB"],
  ["Côte d’Ivoire", "CI"],
  ["PAYS BAS", "NL"],
  ["Deutschland", "DE"],
  ["USA", "US"],
])("a customer base that writes %s means %s", (written, code) => {
  expect(countryOf(written)).toBe(code);
});

test("what is no country stays as it was written", () => {
  expect(countryOf(" Freedonia ")).toBe("Freedonia");
  expect(countryOf("")).toBe("");
});

test("a country is told in the reader's language, and one without a code as it is", () => {
  expect(countryName("GB", "fr")).toBe("Royaume-Uni");
  expect(countryName("GB", "en")).toBe("United Kingdom");
  expect(countryName("Freedonia", "en")).toBe("Freedonia");
});
