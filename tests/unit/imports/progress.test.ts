import fc from "fast-check";
import { expect, test } from "vitest";
import { importShare } from "#lib/imports/progress.ts";

const start = { state: "checking", fileBytes: 1000, checkedBytes: 0, row: 0, rows: null } as const;

test("an import's share is none at its start and whole at its end", () => {
  expect(importShare(start)).toBe(0);
  expect(importShare({ ...start, checkedBytes: 1000 })).toBeCloseTo(0.1);
  expect(
    importShare({ ...start, state: "writing", checkedBytes: 1000, row: 50, rows: 100 }),
  ).toBeCloseTo(0.55);
  expect(importShare({ ...start, state: "done", rows: 0 })).toBe(1);
  expect(importShare({ ...start, fileBytes: 0 })).toBe(0);
});

test("it never falls while bytes are read and rows are written", () => {
  const step = fc.record({ read: fc.nat(1000), row: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let progress = { ...start, checkedBytes: 0, row: 0, rows: 100 };
      let before = 0;
      for (const { read, row } of steps) {
        progress = {
          ...progress,
          checkedBytes: Math.max(progress.checkedBytes, read),
          row: Math.max(progress.row, row),
        };
        const share = importShare(progress);
        if (share < before || share > 1) return false;
        before = share;
      }
      return true;
    }),
  );
});
