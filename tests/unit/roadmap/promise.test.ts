import { describe, expect, it, test } from "vitest";
import { isWithinGrace } from "#lib/grace.ts";
import { baselineOf, isEnding, type PictureReason, standing } from "#lib/roadmap/promise.ts";
import { inParis } from "#tests/support/in-paris.ts";

/** One every ten minutes; "…" is a month in which nothing happens. */
function kept(...told: (PictureReason | "…")[]) {
  let at = Date.parse("2026-10-02T09:00:00Z");
  let id = 0;
  return told.flatMap((reason) => {
    at += reason === "…" ? 30 * 86_400_000 : 600_000;
    return reason === "…" ? [] : [{ id: id++, reason, takenAt: new Date(at).toISOString() }];
  });
}

describe("the baseline of a quarter", () => {
  it.each([
    ["is the first commitment, whatever was published since", kept("commit", "commit"), 0],
    ["is the commitment rather than week two", kept("week-2", "commit"), 1],
    ["is week two while nothing is committed", kept("week-2"), 0],
    ["is the first that stood after a withdrawal", kept("commit", "withdraw", "commit"), 2],
    [
      "is still the one that stood before another is withdrawn",
      kept("commit", "…", "commit", "withdraw"),
      0,
    ],
    [
      "is none of those withdrawn one after the other",
      kept("commit", "withdraw", "commit", "withdraw"),
      undefined,
    ],
    ["is none when all was withdrawn", kept("commit", "commit", "withdraw"), undefined],
    ["is never a closing", kept("close"), undefined],
  ])("%s", (_, pictures, id) => {
    expect(baselineOf(standing(pictures))?.id).toBe(id);
  });
});

test("what is withdrawn is no longer shown, and week two stays", () => {
  expect(standing(kept("commit", "week-2", "withdraw", "close")).map(({ id }) => id)).toEqual([
    1, 3,
  ]);
});

test.each([
  ["2026-10-02T09:00:00Z", true],
  ["2026-10-02T10:00:00Z", true],
  ["2026-10-02T10:00:01Z", false],
])("a commitment of nine o'clock may be withdrawn at %s: %s", (now, is) => {
  expect(isWithinGrace(new Date("2026-10-02T09:00:00Z"), new Date(now))).toBe(is);
});

test.each([
  ["2026-12-17T12:00:00Z", false],
  ["2026-12-18T12:00:00Z", true],
  ["2027-02-01T12:00:00Z", true],
  ["2026-01-01T12:00:00Z", false],
])("Q4 2026 may be closed on %s: %s", (now, is) => {
  expect(isEnding("2026-Q4", inParis(new Date(now)))).toBe(is);
});
