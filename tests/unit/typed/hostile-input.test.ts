import { describe, expect, it, test } from "vitest";
import { readJson } from "#app/api/commands/body.ts";
import { uploadOf } from "#app/api/imports/upload.ts";
import { readCursor } from "#lib/cursor.ts";
import { calendarDay } from "#lib/day.ts";
import { initiativeFilters } from "#lib/initiatives/schema.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { isQuarter, shiftQuarter } from "#lib/quarter.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { jsonToKeep, storableIn } from "#lib/text.ts";
import { themeFilters } from "#lib/themes/schema.ts";

const id = "00000000-0000-4000-8000-000000000000";

describe("what a form brings", () => {
  it("has the characters that the database cannot keep replaced, and nothing else", () => {
    const given = {
      text: "a\0b\ud800c",
      list: ["\udfff", "é🚒"],
      deep: { "\u202e": 1, none: null, "k\0": 2 },
    };
    expect(storableIn(given)).toEqual({
      text: "a\ufffdb\ufffdc",
      list: ["\ufffd", "é🚒"],
      deep: { "\u202e": 1, none: null, "k\ufffd": 2 },
    });
  });

  it("keeps a field called __proto__ a field", () => {
    const kept = storableIn(JSON.parse('{"__proto__": {"isAdmin": true}, "a": 1}'));
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
    expect(kept).not.toHaveProperty("isAdmin");
  });

  it("is read from a request in the same way", async () => {
    const body = JSON.stringify({ body: "x\0y\ud83d" });
    const request = new Request("http://tribune.example", { method: "POST", body });
    expect(await readJson(request, 1000)).toEqual({ body: "x\ufffdy\ufffd" });
  });

  it("can be kept as JSON, even where a text was cut through a character later on", () => {
    const kept = jsonToKeep([{ title: "Bravo 🚒".slice(0, -1), at: new Date(0) }]);
    expect(JSON.parse(kept)).toEqual([{ title: "Bravo \ufffd", at: "1970-01-01T00:00:00.000Z" }]);
    expect(jsonToKeep("C:\\\\d800")).toBe(JSON.stringify("C:\\\\d800"));
  });

  it("names a file that can be kept", () => {
    const asked = new URLSearchParams({ source: "Jira", file: "a\0.csv", operation: id });
    expect(uploadOf(asked)).toMatchObject({ fileName: "a\ufffd.csv" });
  });
});

test.each(["0000-Q1", "0999-Q4", "9999-Q4", "2026-Q9", "2026-q4", "26-Q1", "2026-Q4\0"])(
  "%j is no quarter that an address may name",
  (text) => {
    expect(isQuarter(text)).toBe(false);
  },
);

test("the neighbours of the first and last quarter are quarters to count with", () => {
  expect(shiftQuarter("1900-Q1", -1)).toBe("1899-Q4");
  expect(shiftQuarter("2199-Q4", 1)).toBe("2200-Q1");
});

test.each(["0000-01-01", "1899-12-31", "2200-01-01", "2026-02-30", "garbage"])(
  "%s is no day that a filter may name",
  (day) => {
    expect(calendarDay.safeParse(day).success).toBe(false);
  },
);

test.each([
  [`0000-01-01T00:00:00Z_${id}`, "instant"],
  [`-271821-04-20T00:00:00.000Z_${id}`, "instant"],
  [`9999999999_${id}`, "number"],
  ["2026-01-01T00:00:00.000Z_------------------------------------", "instant"],
  ["garbage", "number"],
] as const)("a page that goes on from %s begins at the beginning", (after, kind) => {
  expect(readCursor(after, kind)).toBeNull();
});

test("an address with garbage for filters shows the list without them", () => {
  const garbage = {
    week: "0000-01-03",
    received: "9999-Q4",
    q: "\0",
    tribe: "\0",
    age: ["x", "7"],
  };
  expect(listFilterOf(garbage)).toMatchObject({
    week: null,
    received: null,
    q: "",
    tribe: [],
    age: null,
  });
  expect(themeFilters.parse({ tribe: "\0", team: "x" })).toEqual({});
  expect(initiativeFilters.parse({ tribe: "\0", text: "\0" })).toMatchObject({ text: "" });
});

test.each([
  [2 * 1024 ** 3 + 1, 2 * 1024 ** 3, { size: 2.01, limit: 2, unit: "GB" }],
  [3.2 * 1024 ** 3, 2.5 * 1024 ** 3, { size: 3.2, limit: 2.5, unit: "GB" }],
  [5 * 1024 ** 2, 1024 ** 2, { size: 5, limit: 1, unit: "MB" }],
])("a file of %i bytes never looks allowed under a limit of %i", (size, limit, params) => {
  expect(tooLarge(size, limit).params).toEqual(params);
});
