import { expect, test } from "vitest";
import { partStanding } from "#lib/roadmap/part-standing.ts";

const current = "2026-Q4";
const q = (quarter: string, state = "draft") => ({ quarter, state });

test.each([
  ["what comes is a draft", q("2027-Q1"), [q("2027-Q1")], false, "draft"],
  ["what is engaged this quarter is", q(current, "committed"), [], false, "committed"],
  ["a quarter that is over was planned then", q("2026-Q2"), [q("2026-Q2")], false, "then"],
  ["or delivered", q("2026-Q2", "closed"), [q("2026-Q2")], true, "delivered"],
  ["in the last that held it", q("2026-Q2"), [q("2026-Q2"), q("2026-Q3")], true, "then"],
  [
    "closed before its end it is a record too",
    q(current, "closed"),
    [q(current)],
    true,
    "delivered",
  ],
] as const)("%s", (_, part, parts, isDelivered, expected) => {
  expect(partStanding(part, parts, { current, isDelivered })).toBe(expected);
});
