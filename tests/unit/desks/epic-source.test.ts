import { expect, test } from "vitest";
import { sourcesOfEpic } from "#lib/desks/epic-source.ts";

const support = { id: "support", projects: ["SAV", "help"] };
const other = { id: "other", projects: ["OPS"] };

test.each([
  ["there is one connection", [support], {}, "ROAD-1", ["support"]],
  ["one lets in its project", [support, other], {}, "OPS-7", ["other"]],
  ["it is written in small letters there", [other, support], {}, "HELP-7", ["support"]],
  ["nobody lets in its project", [support, other], {}, "ROAD-1", ["support", "other"]],
  ["it was found before", [support, other], { "OPS-7": "support" }, "OPS-7", ["support"]],
  [
    "where it was found is connected no more",
    [other],
    { "ROAD-1": "support" },
    "ROAD-1",
    ["other"],
  ],
  ["nothing is connected", [], {}, "ROAD-1", []],
] as const)("where an epic is asked for when %s", (_, sources, found, key, expected) => {
  const given = sources.map(({ id, projects }) => ({ id, projects: [...projects] }));
  expect(sourcesOfEpic(key, given, new Map(Object.entries(found)))).toEqual(expected);
});
