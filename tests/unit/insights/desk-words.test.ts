import { expect, test } from "vitest";
import { segmentOf, severityOf } from "#lib/insights/desk-words.ts";

test.each([
  ["medium", "medium"],
  ["Moyenne", "medium"],
  [" P1 ", "critical"],
  ["ÉLEVÉE", "high"],
  ["blocker", "blocker"],
  ["Sev-2 (EU)", null],
  ["constructor", null],
])("a desk's severity %j is %j, and shown as written where it is unknown", (raw, severity) => {
  expect(severityOf(raw)).toBe(severity);
});

test.each([
  ["mid", "mid"],
  ["PME", "mid"],
  ["Enterprise", "large"],
  ["tpe", "small"],
  ["Syndics", null],
])("a company file's segment %j is %j", (raw, segment) => {
  expect(segmentOf(raw)).toBe(segment);
});
