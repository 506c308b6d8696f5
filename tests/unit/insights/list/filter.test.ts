import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor, writeCursor } from "#lib/cursor.ts";
import {
  addressOf,
  ages,
  countFilters,
  listSorts,
  listStates,
  NONE,
  placings,
  reversible,
} from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";

test("no address at all is the inbox, newest first", () => {
  expect(listFilterOf({})).toMatchObject({
    state: "inbox",
    sort: "said",
    direction: "desc",
    q: "",
  });
  expect(addressOf(listFilterOf({}))).toBe("");
});

test("what can't be read is left out, the rest still holds", () => {
  const read = listFilterOf({
    state: "nowhere",
    tribe: "PLA,'; DROP TABLE insight",
    kind: "bug,spam",
    team: "dispatch",
    age: "12",
    quarter: "2026-Q9",
    sort: "revenue",
    severity: "awful,high",
    over: "-3",
    not: "age,tribe",
    q: `  ${"x".repeat(500)}`,
  });
  expect(read).toMatchObject({
    state: "inbox",
    tribe: ["PLA"],
    kind: ["bug"],
    teamId: null,
    age: null,
    severity: ["high"],
    over: null,
    not: ["tribe"],
  });
  expect(read).toMatchObject({ quarter: null, sort: "said" });
  expect(read.q).toHaveLength(200);
});

test("a parameter given twice counts once", () => {
  expect(listFilterOf({ kind: ["bug", "praise"] }).kind).toEqual(["bug"]);
});

test("an address written from a filter reads back to the same filter", () => {
  const uuid = fc.option(fc.uuid());
  const some = (one: fc.Arbitrary<string>) =>
    fc.option(fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((ids) => ids.join(",")));
  const uuids = some(fc.uuid());
  const uuidOrNone = some(fc.oneof(fc.uuid(), fc.constant(NONE)));
  const filters = fc.record({
    state: fc.constantFrom(...listStates),
    tribe: fc.uniqueArray(fc.constantFrom("PLA", "TER", "ÉCO", NONE)),
    kind: fc.uniqueArray(fc.constantFrom("bug", "request", "praise")),
    teamId: uuidOrNone,
    sourceId: uuids,
    importId: uuid,
    organisationId: uuidOrNone,
    themeId: uuidOrNone,
    departmentId: uuidOrNone,
    severity: fc.uniqueArray(fc.constantFrom("high", "low", NONE)),
    language: fc.uniqueArray(fc.constantFrom("fr", "mixed", NONE)),
    segment: fc.uniqueArray(fc.constantFrom("small", NONE)),
    answer: fc.uniqueArray(fc.constantFrom("declined", "planned", NONE)),
    over: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
    not: fc.subarray([...reversible]),
    age: fc.option(fc.constantFrom(...ages)),
    quarter: fc.option(fc.constant("2026-Q4" as const)),
    received: fc.option(fc.constant("2026-Q3" as const)),
    answeredIn: fc.constant(null),
    reached: fc.option(fc.constantFrom("tribe" as const, "answer" as const)),
    todo: fc.option(fc.constantFrom("group" as const, "answer" as const)),
    placing: fc.option(fc.constantFrom(...placings)),
    week: fc.option(fc.constant("2026-11-16")),
    answeredWeek: fc.constant(null),
    q: fc.string({ maxLength: 30 }).map((text) => text.trim()),
    sort: fc.constantFrom(...listSorts),
    direction: fc.constantFrom("asc" as const, "desc" as const),
  });
  fc.assert(
    fc.property(filters, (some) => {
      const filter = { ...listFilterOf({}), ...some };
      const written = new URLSearchParams(addressOf(filter));
      expect(listFilterOf(Object.fromEntries(written))).toEqual(filter);
    }),
  );
});

test("tab, words and sort are no filters", () => {
  expect(countFilters(listFilterOf({ state: "all", q: "planning", sort: "number" }))).toBe(0);
  expect(countFilters(listFilterOf({ tribe: "PLA", kind: "bug" }))).toBe(2);
  expect(countFilters(listFilterOf({ placing: "any" }))).toBe(0);
  expect(countFilters(listFilterOf({ placing: "unsure" }))).toBe(1);
});

test("a page's end reads back, and what is no end begins at the beginning", () => {
  const id = "01a20183-2335-74d0-a571-a965501eee6f";
  const end = { value: "2026-11-16T09:00:00.123Z", id };
  expect(readCursor(writeCursor(end), "instant")).toEqual(end);
  expect(readCursor(writeCursor({ value: "42", id }), "number")).toEqual({ value: "42", id });
  for (const text of [undefined, "", "42", `42_${id}`, `yesterday_${id}`, "'; --_x"])
    expect(readCursor(text, "instant")).toBeNull();
});
