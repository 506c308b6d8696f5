import { expect, it } from "vitest";
import { UserError } from "#lib/errors.ts";

it("A refusal carries the key of its sentence and what that mentions", () => {
  const closed = new UserError("quarter-closed", { tribe: "Terrain", quarter: "2026-Q4" });
  expect(closed).toMatchObject({
    key: "quarter-closed",
    params: { tribe: "Terrain", quarter: "2026-Q4" },
  });
  expect(new UserError("not-found").params).toEqual({});
});

// What the compiler refuses: tsc complains of a line below that it would take.
export const refusedByTheCompiler = () => [
  // @ts-expect-error There is no such sentence.
  new UserError("quarter-shut"),
  // @ts-expect-error The sentence names a Tribe and a quarter.
  new UserError("quarter-closed"),
  // @ts-expect-error It names a Tribe, too.
  new UserError("quarter-closed", { quarter: "2026-Q4" }),
  // @ts-expect-error It names no team.
  new UserError("quarter-closed", { tribe: "Terrain", quarter: "2026-Q4", team: "Nord" }),
  // @ts-expect-error It mentions nothing.
  new UserError("not-found", { id: "4711" }),
  // @ts-expect-error What is counted is a number.
  new UserError("tribe-has-teams", { count: "3" }),
];
