import { expect, test } from "vitest";
import { lease, longestSend, mostTries, nextTry, pauseAfter } from "#lib/outbox/patience.ts";

const now = new Date("2026-11-16T09:00:00Z");
const waits = Array.from({ length: mostTries }, (_, index) => {
  const next = nextTry(index + 1, now);
  return next && (next.getTime() - now.getTime()) / 60_000;
});

test("each try waits longer than the one before, all within a day, and the ninth is the last", () => {
  expect(waits).toEqual([1, 5, 15, 60, 120, 240, 480, 480, null]);
  expect(waits.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBeLessThan(24 * 60);
});

test("one message is over within its lease, and a killed worker's is taken up within a minute", () => {
  expect(longestSend).toBeLessThan(lease);
  expect(lease).toBeLessThanOrEqual(60_000);
});

test("a server that doesn't answer is asked again after a while, at most a minute", () => {
  expect([0, 1, 2, 5, 9].map(pauseAfter)).toEqual([0, 2_000, 4_000, 32_000, 60_000]);
});
