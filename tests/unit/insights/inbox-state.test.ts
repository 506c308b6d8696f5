import { describe, expect, test } from "vitest";
import {
  firstState,
  type InboxState,
  newsOf,
  returned,
  step,
  targetsOf,
} from "#components/insight/inbox/inbox-state.ts";
import type { InsightRow } from "#lib/insights/views.ts";

const row = (id: string): InsightRow => ({
  id,
  number: Number(id),
  title: `Insight ${id}`,
  excerpt: null,
  kind: "problem",
  tribeId: null,
  teamId: null,
  quarter: null,
  answer: null,
  answeredAt: null,
  snoozedUntil: null,
  saidAt: "2026-11-16T09:00:00Z",
  updatedAt: "2026-11-16T09:00:00Z",
  version: 1,
  customer: null,
  customers: 0,
  moneyCents: null,
});
const start = (list: InboxState["list"] = "inbox") =>
  firstState({
    list,
    today: "2026-11-16",
    given: ["1", "2", "3", "4"].map(row),
    next: null,
    cursorId: "2",
  });
const shown = (state: InboxState) => state.rows.map(({ id }) => id);
const give = (state: InboxState, ids: string[], operationId = "op") =>
  step(state, { type: "change", operationId, parts: [{ ids, change: { tribeId: "pla" } }] });

test("what is given to a Tribe leaves the inbox at once, and the cursor goes to the next", () => {
  const state = give(start(), ["2"]);
  expect(shown(state)).toEqual(["1", "3", "4"]);
  expect(state.cursorId).toBe("3");
});

test("after the last row the cursor goes to the one before", () => {
  const state = give(step(start(), { type: "go", id: "4" }), ["4"]);
  expect(state.cursorId).toBe("3");
});

test("in the list of all it stays, with its Tribe", () => {
  const state = give(start("all"), ["2"]);
  expect(state.rows[1]).toMatchObject({ id: "2", tribeId: "pla" });
});

test("undone, it is back in its place under the cursor", () => {
  const undone = step(give(start(), ["2"]), { type: "restore", operationId: "op", follow: true });
  expect(shown(undone)).toEqual(["1", "2", "3", "4"]);
  expect(undone.cursorId).toBe("2");
});

test("refused, it is back in its place and the cursor stays where one reads", () => {
  const refused = step(give(start(), ["2"]), { type: "restore", operationId: "op", follow: false });
  expect(shown(refused)).toEqual(["1", "2", "3", "4"]);
  expect(refused.cursorId).toBe("3");
});

test("of two acts on one row the later still holds when the earlier is refused", () => {
  const first = give(start(), ["2"], "one");
  const both = step(first, {
    type: "change",
    operationId: "two",
    parts: [{ ids: ["2"], change: { answer: "exists" } }],
  });
  expect(shown(step(both, { type: "restore", operationId: "one", follow: false }))).toEqual([
    "1",
    "3",
    "4",
  ]);
});

test("one act that gives several to different Tribes is taken back as one", () => {
  const parts = [
    { ids: ["1"], change: { tribeId: "pla" } },
    { ids: ["3"], change: { tribeId: "ter" } },
  ];
  const given = step(start(), { type: "change", operationId: "op", parts });
  expect(shown(given)).toEqual(["2", "4"]);
  const undone = step(given, { type: "restore", operationId: "op", follow: true });
  expect(shown(undone)).toEqual(["1", "2", "3", "4"]);
  expect(undone.cursorId).toBe("1");
});

test("extending selects the row one leaves and the one one comes to; keys then act on all of them", () => {
  const twice = step(step(start(), { type: "extend", by: 1 }), { type: "extend", by: 1 });
  expect(targetsOf(twice).map(({ id }) => id)).toEqual(["2", "3", "4"]);
  expect(targetsOf(step(twice, { type: "clear" })).map(({ id }) => id)).toEqual(["4"]);
});

test("Shift+click chooses from the cursor to there, up as well as down", () => {
  const down = step(start(), { type: "reach", id: "4" });
  expect(targetsOf(down).map(({ id }) => id)).toEqual(["2", "3", "4"]);
  expect(down.cursorId).toBe("4");
  const up = step(start(), { type: "reach", id: "1" });
  expect(targetsOf(up).map(({ id }) => id)).toEqual(["1", "2"]);
});

test("who comes back finds the row, the selection and what was loaded after the first page", () => {
  const page = { given: start().given, next: "more" };
  const long = step(firstState({ list: "inbox", today: "2026-11-16", ...page, cursorId: "2" }), {
    type: "append",
    rows: [row("5"), row("6")],
    next: "later",
  });
  const left = step(step(long, { type: "toggle", id: "3" }), { type: "go", id: "6" });
  const back = returned(left, { ...page, today: "2026-11-17" });
  expect(shown(back)).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(back).toMatchObject({ cursorId: "6", next: "later", today: "2026-11-17" });
  expect([...back.selected]).toEqual(["3"]);
});

test("what was decided while one was away is no longer in the list one comes back to", () => {
  const left = step(start(), { type: "go", id: "3" });
  const rows = start().given.filter(({ id }) => id !== "3");
  const back = returned(left, { given: rows, next: null, today: "2026-11-16" });
  expect(shown(back)).toEqual(["1", "2", "4"]);
  expect(back.cursorId).toBe("4");
});

test("at the ends of the list the cursor stays", () => {
  const top = step(step(start(), { type: "move", by: -1 }), { type: "move", by: -1 });
  expect(top.cursorId).toBe("1");
});

test("rows that come later join those that are there", () => {
  const more = step(give(start(), ["2"]), { type: "append", rows: [row("5")], next: null });
  expect(shown(more)).toEqual(["1", "3", "4", "5"]);
});

test("with everything sorted nothing is under the cursor", () => {
  const empty = give(start(), ["1", "2", "3", "4"]);
  expect(empty).toMatchObject({ rows: [], cursorId: null });
  expect(targetsOf(empty)).toEqual([]);
});

describe("news from elsewhere", () => {
  const arrive = (state: InboxState, ids: string[], next: string | null = null) =>
    step(state, { type: "arrive", rows: ids.map(row), next });

  test("are counted before they are shown", () => {
    expect(newsOf(start(), { rows: ["5", "1", "2", "4"].map(row), next: null })).toEqual({
      added: 1,
      gone: 1,
    });
    expect(newsOf(start(), { rows: ["1", "2", "3", "4"].map(row), next: null })).toEqual({
      added: 0,
      gone: 0,
    });
  });

  test("do not count what only moved up from the next page", () => {
    const state = { ...start(), next: "after-4" };
    expect(newsOf(state, { rows: ["1", "3", "4", "9"].map(row), next: "after-9" })).toEqual({
      added: 0,
      gone: 1,
    });
  });

  test("come with the cursor and the selection where they were", () => {
    const state = arrive(step(start(), { type: "toggle", id: "4" }), ["5", "1", "2", "4"]);
    expect(shown(state)).toEqual(["5", "1", "2", "4"]);
    expect(state.cursorId).toBe("2");
    expect([...state.selected]).toEqual(["4"]);
  });

  test("leave an act to be undone, at its old place", () => {
    const state = arrive(give(start(), ["2"]), ["5", "1", "3", "4"]);
    expect(shown(state)).toEqual(["5", "1", "3", "4"]);
    expect(state.given.length - state.rows.length - state.uncounted).toBe(0);
    const undone = step(state, { type: "restore", operationId: "op", follow: true });
    expect(shown(undone)).toEqual(["5", "1", "2", "3", "4"]);
  });

  test("keep the pages that were loaded after the first", () => {
    const state = { ...start(), next: "after-4" };
    const now = arrive(state, ["5", "1"], "after-1");
    expect(shown(now)).toEqual(["5", "1", "2", "3", "4"]);
    expect(now.next).toBe("after-4");
  });
});

test("a menu asked for on a row is about it alone, or about the selection that it belongs to", () => {
  const chosen = step(step(start(), { type: "toggle", id: "1" }), { type: "toggle", id: "3" });
  const about = (id: string) => targetsOf(step(chosen, { type: "point", id })).map((one) => one.id);
  expect([about("3"), about("4")]).toEqual([["1", "3"], ["4"]]);
});
