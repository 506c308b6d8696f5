import { describe, expect, it } from "vitest";
import { entriesOf, weightOf } from "#lib/distribution/entries.ts";
import { firstHand, step, targetsOf } from "#lib/distribution/hand.ts";
import { isOver, isTooFar, mayBeClaimed } from "#lib/distribution/rules.ts";
import type { ShareableInsight } from "#lib/distribution/views.ts";
import { inParis } from "#tests/support/in-paris.ts";

function insight(id: string, more: Partial<ShareableInsight> = {}): ShareableInsight {
  return {
    id,
    number: 1,
    title: id,
    kind: "problem",
    saidAt: "2026-10-01T00:00:00.000Z",
    theme: null,
    teamId: null,
    carriedFrom: null,
    customerIds: [],
    ...more,
  };
}
const hours = { id: "hours", title: "Horaires" };
const pool = [
  insight("alone", { saidAt: "2026-09-01T00:00:00.000Z" }),
  insight("first", { theme: hours, customerIds: ["a", "b"] }),
  insight("second", { theme: hours, customerIds: ["b"] }),
  insight("old", { carriedFrom: { team: "Dispatch", teamId: "t1", quarter: "2026-Q3" } }),
];
const titles = (hand: ReturnType<typeof firstHand>, teamId: string | null) =>
  hand.entries.filter((entry) => entry.teamId === teamId).map(({ title }) => title);

describe("the pool", () => {
  it("groups by theme, then shows what stands alone, then what is carried over", () => {
    expect(entriesOf(pool, null).map(({ title }) => title)).toEqual(["Horaires", "alone", "old"]);
  });

  it("stands by what its customers are worth, or by age, what is carried over last", () => {
    const money = { a: 100, b: 50, c: 900 };
    const rich = insight("rich", { customerIds: ["c"], saidAt: "2026-11-01T00:00:00.000Z" });
    const order = (sort: "value" | "age", by: "theme" | "insight" = "theme") =>
      entriesOf([...pool, rich], null, { sort, by, money }).map(({ title }) => title);
    expect(order("value")).toEqual(["rich", "Horaires", "alone", "old"]);
    expect(order("age")).toEqual(["alone", "Horaires", "rich", "old"]);
    expect(order("value", "insight")).toEqual(["rich", "first", "second", "alone", "old"]);
  });

  it("counts each customer and their revenue once", () => {
    expect(weightOf(pool, { a: 100, b: 50 })).toEqual({
      insights: 4,
      customers: 2,
      cents: 150,
      oldest: "2026-09-01T00:00:00.000Z",
    });
    expect(weightOf(pool, {}).cents).toBeNull();
  });
});

describe("sharing out on the screen", () => {
  const start = firstHand(pool, ["t1", "t2"]);
  const given = step(start, {
    type: "give",
    operationId: "op",
    ids: ["first", "second"],
    teamId: "t2",
  });

  it("begins on the first entry and goes on to the next one", () => {
    expect(targetsOf(start).map(({ title }) => title)).toEqual(["Horaires"]);
    expect(targetsOf(given).map(({ title }) => title)).toEqual(["alone"]);
    expect(titles(given, "t2")).toEqual(["Horaires"]);
  });

  it("stands as before once undone", () => {
    const back = step(given, { type: "restore", operationId: "op" });
    expect(titles(back, null)).toEqual(titles(start, null));
    expect(titles(back, "t2")).toEqual([]);
  });

  it("acts on the selection when there is one, and drops it after", () => {
    const both = step(step(start, { type: "extend", by: 1 }), { type: "move", by: 1 });
    expect(targetsOf(both).map(({ title }) => title)).toEqual(["Horaires", "alone"]);
    const after = step(both, { type: "give", operationId: "op", ids: ["alone"], teamId: "t1" });
    expect(after.selected.size).toBe(0);
  });
});

describe("a claim", () => {
  it("takes what waits, and what the team itself carries over", () => {
    expect(mayBeClaimed({ teamOfQuarter: null, teamNow: null }, "t1")).toBe(true);
    expect(mayBeClaimed({ teamOfQuarter: null, teamNow: "t1" }, "t1")).toBe(true);
  });

  it("takes nothing from another team", () => {
    expect(mayBeClaimed({ teamOfQuarter: null, teamNow: "t2" }, "t1")).toBe(false);
    expect(mayBeClaimed({ teamOfQuarter: "t2", teamNow: "t2" }, "t1")).toBe(false);
  });
});

it("A quarter may be shared out until the day after its last", () => {
  expect(isOver("2026-Q3", inParis(new Date("2026-10-01T08:00:00Z")))).toBe(false);
  expect(isOver("2026-Q3", inParis(new Date("2026-10-02T08:00:00Z")))).toBe(true);
  expect(isOver("2026-Q4", inParis(new Date("2026-10-02T08:00:00Z")))).toBe(false);
});

it("A quarter may be shared out from two quarters ahead, as the company's calendar has it", () => {
  const newYearInParis = new Date("2026-12-31T23:30:00Z");
  expect(isTooFar("2027-Q2", inParis(new Date("2026-11-16T08:00:00Z")))).toBe(false);
  expect(isTooFar("2027-Q3", inParis(new Date("2026-11-16T08:00:00Z")))).toBe(true);
  expect(isTooFar("2027-Q3", inParis(newYearInParis))).toBe(false);
  expect(isTooFar("9999-Q4", inParis(newYearInParis))).toBe(true);
});

it("takes all from the cursor to where Shift is clicked", () => {
  const hand = step(firstHand(pool, []), { type: "go", id: "alone" });
  const ids = hand.entries.map(({ id }) => id);
  const reached = step(hand, { type: "reach", id: ids.at(-1) ?? "" });
  expect(targetsOf(reached).map(({ id }) => id)).toEqual(ids.slice(ids.indexOf("alone")));
});
