import { describe, expect, it } from "vitest";
import { pauseBefore } from "#lib/desks/jira/http/patience.ts";

const now = new Date("2026-11-22T06:00:00Z");
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});

describe("before a request is tried again", () => {
  it.each([
    ["the seconds Jira asks for", answer(429, { "retry-after": "31" }), 31_000],
    ["them of a Jira out of order too", answer(503, { "retry-after": "5" }), 5000],
    [
      "until the date it names",
      answer(429, { "retry-after": "Sun, 22 Nov 2026 06:01:00 GMT" }),
      60_000,
    ],
    [
      "until its limit ends, written without seconds",
      answer(429, { "x-ratelimit-reset": "2026-11-22T06:02Z" }),
      120_000,
    ],
    ["not at all when that is past", answer(429, { "x-ratelimit-reset": "2026-11-22T05:00Z" }), 0],
  ])("it waits %s", (_, said, ms) => {
    expect(pauseBefore(said, 1, now, 0)).toBe(ms);
    expect(pauseBefore(said, 1, now, 0.5)).toBe(ms + 500);
  });

  it.each([
    ["a 429 without a time", answer(429)],
    ["a nonsense time", answer(429, { "retry-after": "soon" })],
    ["no answer at all", null],
    ["a 500 that speaks of limits", answer(500, { "x-ratelimit-reset": "2026-11-22T09:00Z" })],
  ])("it waits longer each time, partly by chance, after %s", (_, said) => {
    expect([1, 2, 3, 4].map((tries) => pauseBefore(said, tries, now, 0))).toEqual([
      500, 1000, 2000, 4000,
    ]);
    expect(pauseBefore(said, 3, now, 1)).toBe(4000);
    expect(pauseBefore(said, 30, now, 1)).toBe(60_000);
  });
});
