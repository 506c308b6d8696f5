import { expect, test } from "vitest";
import { shortfallsOf } from "#lib/tribes/completeness.ts";

const full = [
  { personId: "louis", role: "pm" },
  { personId: "ada", role: "lead-developer" },
  { personId: "bo", role: "developer" },
  { personId: "cy", role: "developer" },
];

test.each([
  ["one PM and three developers, one of them Lead Developer, are a team", full, []],
  ["two developers are too few", full.slice(0, 3), ["developers"]],
  [
    "nobody leads the developers",
    [...full.filter((m) => m.personId !== "ada"), { personId: "di", role: "developer" }],
    ["lead-developer"],
  ],
  ["a team waits for its PM", full.slice(1), ["pm"]],
  [
    "a Lead Developer named as developer too counts once",
    [...full.slice(0, 3), { personId: "ada", role: "developer" }],
    ["developers"],
  ],
  [
    "a designer is no developer",
    [...full.slice(0, 3), { personId: "ed", role: "product-designer" }],
    ["developers"],
  ],
  ["nobody yet", [], ["developers", "lead-developer", "pm"]],
] as const)("%s", (_, members, expected) => {
  expect(shortfallsOf(members)).toEqual(expected);
});
