import { expect, test } from "vitest";
import { isReconcileDue } from "#lib/desks/reconcile-due.ts";

test.each([
  ["it never was pulled to its end", null, "2026-11-17T12:00:00Z", false],
  ["it was this morning", "2026-11-17T01:05:00Z", "2026-11-17T22:00:00Z", false],
  ["the night has not come to two o'clock", "2026-11-17T01:05:00Z", "2026-11-18T00:59:00Z", false],
  ["it is two o'clock in Paris", "2026-11-17T01:05:00Z", "2026-11-18T01:00:00Z", true],
  [
    "it is past two in summer, an hour earlier",
    "2026-07-17T01:05:00Z",
    "2026-07-18T00:00:00Z",
    true,
  ],
  ["nobody worked for days", "2026-11-10T01:05:00Z", "2026-11-17T12:00:00Z", true],
  ["it was last evening", "2026-11-16T22:00:00Z", "2026-11-17T06:00:00Z", true],
] as const)("whether a comparison is due when %s", (_, last, at, due) => {
  const reconciledAt = last === null ? null : new Date(last);
  expect(isReconcileDue(reconciledAt, new Date(at), "Europe/Paris")).toBe(due);
});
