import fc from "fast-check";
import { expect, test } from "vitest";
import { highest } from "#lib/matching/highest.ts";

test("The highest are those that ordering all of them would bring to the front", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: 1, max: 10 }),
      (values, most) => {
        const all = [...values.keys()];
        const ordered = all.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
        expect(highest(all, values, most)).toEqual(ordered.slice(0, most));
      },
    ),
  );
});
