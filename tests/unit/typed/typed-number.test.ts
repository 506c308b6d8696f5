import { describe, expect, test } from "vitest";
import { type NumberRule, numberIn, readNumber } from "#lib/typed-number.ts";

const whole: NumberRule = { whole: true };
const fractional: NumberRule = {};
const halves: NumberRule = { min: 0.5, max: 1000, step: 0.5 };

/** The number, or the key of what is said instead. */
function read(typed: string, rule: NumberRule) {
  const answer = readNumber(typed, rule);
  if (answer === null) return null;
  return "value" in answer ? answer.value : answer.fault.key;
}

describe("a number is read as people write it", () => {
  test.each([
    ["0,5", 0.5],
    ["0.5", 0.5],
    [",5", 0.5],
    ["12", 12],
    ["11,5", 11.5],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["-0,125", -0.125],
    ["1,25", 1.25],
    ["1,2000", 1.2],
    ["1200,125", 1200.125],
    ["1 200", 1200],
    ["1\u00a0200", 1200],
    ["1\u202f200", 1200],
    ["1\u2009200", 1200],
    ["1 200,5", 1200.5],
    ["1\u202f200,125", 1200.125],
    ["1 200 000", 1_200_000],
    ["1.200,5", 1200.5],
    ["1,200.5", 1200.5],
    ["1.200.000", 1_200_000],
    ["1,200,000", 1_200_000],
    ["1’200", 1200],
    ["-3", -3],
    ["−3,5", -3.5],
    ["- 3", -3],
    ["+7", 7],
    [" 42 ", 42],
    ["5,", 5],
    ["007", 7],
    ["１２", 12],
  ])("%j in a field that takes fractions is %d", (typed, number) => {
    expect(read(typed, fractional)).toBe(number);
  });

  test.each([
    ["1 200", 1200],
    ["1\u202f200", 1200],
    ["1.200", 1200],
    ["1,200", 1200],
    ["-1.200", -1200],
    ["12.500", 12_500],
    ["1.200.000", 1_200_000],
    ["12,0", 12],
    ["12", 12],
  ])("%j in a field of whole numbers is %d", (typed, number) => {
    expect(read(typed, whole)).toBe(number);
  });
});

describe("what can't be read is refused in words", () => {
  test.each(["1.200", "1,200", "12.500", "999,999", "-1.200"])(
    "%j may be thousands or a fraction, and is neither where fractions are taken",
    (typed) => {
      expect(read(typed, fractional)).toBe("number-ambiguous");
    },
  );

  test("the refusal names both readings and a way to write either", () => {
    expect(readNumber("1.250", fractional)).toEqual({
      fault: {
        key: "number-ambiguous",
        params: { text: "1.250", plain: "1250", thousands: 1250, fraction: 1.25 },
      },
    });
  });

  test.each([
    ...["douze", "1 2", "12 00", "1 2000", "1.2.3", "1,20,300", "1.200,300,4", "1,2.300,4"],
    ...["--1", "1-", "1e3", "0x10", "NaN", "Infinity", ".", ",", "-", "5 €", "1 %", "1/2"],
    "9".repeat(41),
  ])("%j is no number", (typed) => {
    expect(read(typed, fractional)).toBe("number-unreadable");
  });

  test.each([
    ["0,125", "number-not-whole"],
    ["2,5", "number-not-whole"],
  ])("%j is no whole number", (typed, key) => {
    expect(read(typed, whole)).toBe(key);
  });

  test.each([
    ["0,3", "number-not-step"],
    ["0,25", "number-not-step"],
    ["0", "number-too-small"],
    ["-1", "number-too-small"],
    ["1000,5", "number-too-large"],
  ])("%j is no effort in half months", (typed, key) => {
    expect(read(typed, halves)).toBe(key);
  });

  test("nothing typed is nothing, not zero", () => {
    expect(read("", fractional)).toBeNull();
    expect(read(" \u00a0 ", whole)).toBeNull();
    expect(numberIn("", whole)).toBeNull();
    expect(numberIn("abc", whole)).toBeNull();
    expect(numberIn("0", whole)).toBe(0);
  });
});

test("a percentage may bear its sign", () => {
  const percent = { whole: true, percent: true, min: 0, max: 100 };
  expect(read("20 %", percent)).toBe(20);
  expect(read("20%", percent)).toBe(20);
  expect(read("20\u202f%", percent)).toBe(20);
  expect(read("%", percent)).toBe("number-unreadable");
  expect(read("120 %", percent)).toBe("number-too-large");
});
