import { expect, test } from "vitest";
import { linesWith, listSources } from "./sources.ts";

const routes = listSources(["app"], /route\.ts$/);

test("the routes are found", () => {
  expect(routes.length).toBeGreaterThan(10);
});

// What reads a body whole has no limit: lib/read-body.ts and the uploads' own reader have.
test("no route reads a body without a limit", () => {
  const unlimited = /\brequest\s*\.\s*(json|text|formData|arrayBuffer|blob|bytes)\(/;
  expect(linesWith(routes, unlimited)).toEqual([]);
});
