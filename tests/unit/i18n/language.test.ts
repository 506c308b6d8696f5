import { expect, test } from "vitest";
import { languageOf, localeOf } from "#lib/i18n/language.ts";

const day = new Date("2026-11-03T12:00:00Z");

/** How a reader sees the third of November 2026 and a thousand two hundred and a half. */
function seen(locale: string): [string, string] {
  const written = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" });
  return [written.format(day), new Intl.NumberFormat(locale).format(1200.5)];
}

test.each([
  ["en", null, "03/11/2026", "1,200.5"],
  ["en", "GB", "03/11/2026", "1,200.5"],
  ["en", "US", "11/3/26", "1,200.5"],
  ["fr", null, "03/11/2026", "1\u202f200,5"],
  ["fr", "BE", "3/11/26", "1\u202f200,5"],
] as const)("who reads %s in region %s sees %s and %s", (language, region, date, number) => {
  expect(seen(localeOf(language, region))).toEqual([date, number]);
});

test("a region of another language leaves the language's first", () => {
  expect(localeOf("fr", "US")).toBe("fr-FR");
  expect(localeOf("en", "FR")).toBe("en-GB");
  expect(localeOf("en", "XX")).toBe("en-GB");
});

test("a locale is of one language", () => {
  expect(["en", "en-GB", "fr", "fr-CH"].map(languageOf)).toEqual(["en", "en", "fr", "fr"]);
});
