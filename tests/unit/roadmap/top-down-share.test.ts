import { expect, test } from "vitest";
import { topDownShare } from "#lib/roadmap/top-down-share.ts";

test.each([
  ["3 of 22 is under the limit", 3, 22, "within"],
  ["none is under the limit", 0, 12, "within"],
  ["exactly a fifth is no longer under", 4, 20, "above"],
  ["1 of 4 is above, which is why it is asked of the company only", 1, 4, "above"],
  ["no initiative at all has no share", 0, 0, "none"],
])("%s", (_, topDown, all, state) => {
  expect(topDownShare({ topDown, all }).reading.state).toBe(state);
});
