import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quarterName } from "#lib/quarter.ts";

const root = join(import.meta.dirname, "../../..");

const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);

/** A quarter given to a message, shown between tags, or named in a list of choices. */
const shownAsStored =
  /\bt\w*\((?:[^(){}]|\{[^{}]*\})*[{,]\s*quarter\s*[,}]|>\s*\{[\w.]*quarter\}|quarter: [\w.]+\.quarter\b[^)]*\)\}|label: quarter\b|(?:label|title|description)=\{quarter\}/;

test("a quarter reads as people write it", () => {
  expect(quarterName("2026-Q4")).toBe("Q4 2026");
  expect(quarterName("soon")).toBe("soon");
});

test("no screen shows a quarter as it is stored", () => {
  expect('t("empty", { quarter })').toMatch(shownAsStored);
  expect("<p>{part.quarter}</p>").toMatch(shownAsStored);
  const faults = sources.filter((path) =>
    shownAsStored.test(readFileSync(join(root, path), "utf8")),
  );
  expect(faults).toEqual([]);
});
