import { expect, test } from "vitest";
import { initiativeKey, initiativeNumberOf } from "#lib/initiatives/number.ts";
import { insightKey, numberOf, pastedKey } from "#lib/insights/number.ts";
import { themeKey, themeNumberOf } from "#lib/themes/number.ts";

test.each([
  ["INI-45", 45],
  ["ini-45", 45],
  ["ini45", 45],
  ["45", 45],
  [" 45 ", 45],
  ["045", 45],
  ["INS-45", null],
  ["INI-0", null],
  ["0", null],
  ["2147483648", null],
  ["45a", null],
  ["", null],
])("an initiative written %j is number %j", (written, number) => {
  expect(initiativeNumberOf(written)).toBe(number);
});

test("insights and themes are written by the same rule, and never as one another", () => {
  expect(["THE-45", "the45", "45", "INI-45"].map(themeNumberOf)).toEqual([45, 45, 45, null]);
  expect(["INS-45", "ins45", "45", "INI-45"].map(numberOf)).toEqual([45, 45, 45, null]);
  expect([
    numberOf(insightKey(7)),
    initiativeNumberOf(initiativeKey(7)),
    themeNumberOf(themeKey(7)),
  ]).toEqual([7, 7, 7]);
});

test.each([
  ["https://tribune.example/insights/INS-12", "INS-12"],
  ["https://tribune.example/insights?state=all&open=INS-12", "INS-12"],
  ["/insights/INS-12?x=1#y", "INS-12"],
  ["https://desk.example/browse/SUP-18412", "SUP-18412"],
  ["https://tribune.example/insights", "https://tribune.example/insights"],
  ["INS-12", "INS-12"],
  ["export / PDF", "export / PDF"],
])("pasted, %j means %j", (text, meant) => expect(pastedKey(text)).toBe(meant));
