import { expect, test } from "vitest";
import { isAdrift, isOld, quarterSaid, type When } from "#lib/catalogue/answers.ts";

const planned = (some: Partial<When>): When => ({
  answer: "planned",
  quarter: null,
  planned: null,
  ...some,
});

test.each<[string, When, string | null, boolean]>([
  ["nothing behind it: what is written", planned({ quarter: "2027-Q1" }), "2027-Q1", false],
  ["nothing behind it, nothing written", planned({}), null, false],
  ["what is written is over", planned({ quarter: "2026-Q3" }), "2026-Q3", true],
  [
    "the roadmap says it, whatever is written",
    planned({ quarter: "2027-Q1", planned: ["2027-Q2"] }),
    "2027-Q2",
    false,
  ],
  [
    "the first quarter to come",
    planned({ planned: ["2027-Q1", "2026-Q3", "2026-Q4"] }),
    "2026-Q4",
    false,
  ],
  ["it slipped and nobody placed it again", planned({ planned: ["2026-Q3"] }), null, true],
  ["taken off the roadmap", planned({ quarter: "2027-Q1", planned: [] }), null, true],
  [
    "what exists does so since the quarter that is written",
    { answer: "yes", quarter: "2026-Q2", planned: [] },
    "2026-Q2",
    false,
  ],
])("%s", (_, when, quarter, adrift) => {
  expect(quarterSaid(when, "2026-Q4")).toBe(quarter);
  expect(isAdrift(when, "2026-Q4")).toBe(adrift);
});

test.each([
  ["2026-05-30T08:59:00Z", true],
  ["2026-05-30T09:01:00Z", false],
  ["2026-11-29T09:00:00Z", false],
])("what was verified on %s is old after six months: %s", (at, old) => {
  expect(isOld(new Date(at), new Date("2026-11-30T09:00:00Z"))).toBe(old);
});

test("what nobody has verified is old", () => {
  expect(isOld(null, new Date())).toBe(true);
});
