import { expect, it } from "vitest";
import type { KeyResultRow, ObjectiveRow } from "#lib/okrs/views.ts";
import { uncheckedOf } from "#lib/today/unchecked.ts";

const keyResult = (checkedIn: string | null): KeyResultRow => ({
  id: "k",
  title: "Fewer lost reports",
  direction: "less",
  start: 10,
  target: 0,
  unit: null,
  version: 1,
  values: [],
  servedBy: [],
  lastCheckIn: checkedIn
    ? { id: "c", at: `${checkedIn}T09:00:00Z`, confidence: null, note: null }
    : null,
});

const objective = (level: ObjectiveRow["level"], checkedIn: string | null): ObjectiveRow => ({
  id: "o",
  title: "Reports arrive",
  level,
  commitment: "committed",
  parentId: null,
  isShared: true,
  version: 1,
  department: null,
  tribe: null,
  craft: null,
  owner: null,
  keyResults: [keyResult(checkedIn)],
});

it.for<[level: ObjectiveRow["level"], checkedIn: string | null, today: string, unchecked: number]>([
  ["company", null, "2026-10-14", 0],
  ["company", null, "2026-10-15", 1],
  ["company", "2026-11-20", "2026-12-03", 0],
  ["company", "2026-11-20", "2026-12-04", 1],
  ["department", null, "2026-12-04", 0],
])(
  "a key result of the %s last checked in on %s is, on %s, asked for %s times",
  ([level, checkedIn, today, unchecked]) => {
    expect(uncheckedOf([objective(level, checkedIn)], "2026-10-01", today)).toBe(unchecked);
  },
);
