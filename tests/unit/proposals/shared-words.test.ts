import { describe, expect, test } from "vitest";
import { placesOf } from "#lib/proposals/shared-words.ts";

const text = "L’export PDF du compte rendu : un Export par syndic, exporter à la main.";
const found = (...words: string[]) =>
  placesOf(text, words).map(({ from, to }) => text.slice(from, to));

describe("words shared with another text are underlined", () => {
  test.each([
    [["syndic"], ["syndic"]],
    [["export"], ["export", "Export"]],
    [["compte rendu"], ["compte rendu"]],
    [["à la main"], ["à la main"]],
    [["port"], []],
    [["a.b(", ""], []],
    [
      ["PDF", "compte rendu", "export"],
      ["export", "PDF", "compte rendu", "Export"],
    ],
  ])("%j: %j", (words, places) => expect(found(...words)).toEqual(places));

  test("words that overlap are one place", () => {
    expect(found("PDF du compte", "compte rendu")).toEqual(["PDF du compte rendu"]);
  });

  test("as wide as they are written, also over a line's end", () => {
    expect(placesOf("compte\n  rendu", ["compte rendu"])).toEqual([{ from: 0, to: 14 }]);
  });
});
