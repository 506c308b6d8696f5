import { expect, test } from "vitest";
import { cut } from "#lib/search/cut.ts";

test("a paragraph whose words aren't spaced is cut to its end", () => {
  const paragraph = `${"ก".repeat(150)}ขคงจ`;
  expect(JSON.stringify(cut(paragraph))).toContain("จ");
  expect(JSON.stringify(cut("字".repeat(150).concat("会議")))).toContain("議");
});

test("of a word too long to be one its start is kept", () => {
  expect(JSON.stringify(cut("a".repeat(5000))).length).toBeLessThan(2000);
});
