import { act, useReducer } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { undoLast } from "#components/commands/command-queue.ts";
import { firstState, step } from "#components/insight/inbox/inbox-state.ts";
import { type Triage, useTriage } from "#components/insight/inbox/use-triage.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";
import { calm, later, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
beforeEach(() => signIn(browser.person));

const row = (id: string, more: Partial<InsightRow> = {}): InsightRow => ({
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
  ...more,
});
const planning = { id: "pla", code: "PLA", name: "Planning", position: 1, teams: [] };
const given = [row("1"), row("2"), row("3", { tribeId: "mob" }), row("4", { tribeId: "pla" })];

/** The inbox with its hands. */
function showInbox(list: "inbox" | "all" = "all", onDone?: () => void) {
  const there = given.filter(({ tribeId }) => list === "all" || tribeId === null);
  const start = { list, today: "2026-11-16", given: there, next: null, cursorId: "2" };
  const hook = showHook(() => {
    const [state, dispatch] = useReducer(step, firstState(start));
    return { state, triage: useTriage(dispatch, onDone) };
  }, null);
  return {
    do: (what: (triage: Triage) => void) => act(() => what(hook.now().triage)),
    undo: () => act(() => void undoLast()),
    ids: () => hook.now().state.rows.map(({ id }) => id),
    row: (id: string) => hook.now().state.rows.find((one) => one.id === id),
    cursor: () => hook.now().state.cursorId,
  };
}
const rows = (...ids: string[]) => given.filter(({ id }) => ids.includes(id));
const sent = () => browser.server.acts.map(({ name, input }) => ({ name, input }));
const answered = () => act(calm);

describe("what is surely proposed", () => {
  const field = { id: "ter", name: "Field" };
  const both = [
    { row: given[0] ?? row("1"), tribe: planning },
    { row: given[1] ?? row("2"), tribe: field },
  ];

  test("is confirmed in one act, each to its own Tribe, and taken back by one", async () => {
    const inbox = showInbox("all");
    inbox.do((triage) => triage.confirm(both));
    expect([inbox.row("1")?.tribeId, inbox.row("2")?.tribeId]).toEqual(["pla", "ter"]);
    await answered();
    expect(sent()).toEqual([
      {
        name: "proposal.confirm",
        input: {
          insights: [
            { id: "1", tribeId: "pla" },
            { id: "2", tribeId: "ter" },
          ],
        },
      },
    ]);
    expect(told()).toEqual(["2 insights assigned to the proposed Tribe"]);
    inbox.undo();
    expect([inbox.row("1")?.tribeId, inbox.row("2")?.tribeId]).toEqual([null, null]);
  });
});

describe("what is done to insights shows at once, is told, and is sent", () => {
  test.each<[string, (triage: Triage) => void, object, object]>([
    [
      "INS-1 back in the inbox",
      (triage) => triage.giveBack(rows("1")),
      { name: "insight.return", input: { ids: ["1"], was: {} } },
      { tribeId: null },
    ],
    [
      "INS-1: Exists already",
      (triage) => triage.answer(rows("1"), { answer: "exists" }),
      { name: "insight.answer", input: { ids: ["1"], answer: "exists", was: {} } },
      { answer: "exists" },
    ],
    [
      "INS-1 reopened",
      (triage) => triage.reopen(rows("1")),
      { name: "insight.reopen", input: { ids: ["1"], was: {} } },
      { answer: null },
    ],
    [
      "INS-1 snoozed until December 1",
      (triage) => triage.snooze(rows("1"), "2026-12-01"),
      { name: "insight.snooze", input: { ids: ["1"], until: "2026-12-01", was: {} } },
      { snoozedUntil: "2026-12-01" },
    ],
    [
      "INS-1 back to sort",
      (triage) => triage.snooze(rows("1"), null),
      { name: "insight.snooze", input: { ids: ["1"], until: null, was: {} } },
      { snoozedUntil: null },
    ],
    [
      "2 insights: Request",
      (triage) => triage.setKind(rows("1", "2"), "request"),
      {
        name: "insight.edit-kind",
        input: { ids: ["1", "2"], kind: "request", was: { "1": "problem", "2": "problem" } },
      },
      { kind: "request" },
    ],
    [
      "INS-1 parted",
      (triage) => triage.part(rows("1")),
      { name: "insight.part", input: { ids: ["1"] } },
      {},
    ],
  ])("%s", async (words, what, command, shown) => {
    const inbox = showInbox();
    inbox.do(what);
    expect(inbox.row("1")).toMatchObject(shown);
    expect(told()).toEqual([words]);
    await answered();
    expect(sent()).toEqual([command]);
  });

  test("a reason and a note go along when there is one", async () => {
    const inbox = showInbox();
    inbox.do((triage) => triage.give(rows("3"), planning, "It is about rounds."));
    inbox.do((triage) => triage.answer(rows("1"), { answer: "exists", note: "In the settings." }));
    await answered();
    expect(sent()).toMatchObject([
      { input: { ids: ["3"], tribeId: "pla", from: "mob", reason: "It is about rounds." } },
      { input: { ids: ["1"], answer: "exists", note: "In the settings." } },
    ]);
  });

  test("merging leaves the one that remains", () => {
    const inbox = showInbox("inbox");
    inbox.do((triage) => triage.merge(rows("1"), { id: "2", number: 2 }));
    expect(inbox.ids()).not.toContain("1");
    expect(told()).toEqual(["INS-1 merged into INS-2"]);
  });

  test("the page that shows what the server says hears of the answer, and of an undo's", async () => {
    const heard: string[] = [];
    const inbox = showInbox("all", () => heard.push("answered"));
    inbox.do((triage) => triage.reopen(rows("1")));
    await answered();
    inbox.undo();
    await answered();
    expect(heard).toEqual(["answered", "answered"]);
  });
});

describe("giving to a Tribe", () => {
  test("leaves out what it has already", async () => {
    const inbox = showInbox();
    inbox.do((triage) => triage.give(rows("1", "4"), planning));
    expect(told()).toEqual(["INS-1 assigned to Planning"]);
    await answered();
    expect(sent()).toEqual([
      { name: "insight.assign", input: { ids: ["1"], tribeId: "pla", from: null } },
    ]);
  });

  test("sends nothing when it has all of them", async () => {
    const inbox = showInbox();
    inbox.do((triage) => triage.give(rows("4"), planning));
    await answered();
    expect([sent(), told(), undoLast()]).toEqual([[], [], false]);
  });

  test("names where they come from only when that is one place", async () => {
    const inbox = showInbox();
    inbox.do((triage) => triage.give(rows("1", "3"), planning));
    await answered();
    expect(sent()).toEqual([
      { name: "insight.assign", input: { ids: ["1", "3"], tribeId: "pla" } },
    ]);
  });
});

describe("what comes to nothing is put back", () => {
  const give = (triage: Triage) => triage.give(rows("2"), planning);

  test("undone, under the cursor", async () => {
    const inbox = showInbox("inbox");
    inbox.do(give);
    expect(inbox.ids()).toEqual(["1"]);
    inbox.undo();
    expect([inbox.ids(), inbox.cursor()]).toEqual([["1", "2"], "2"]);
    await answered();
    expect(sent().map(({ name }) => name)).toEqual(["insight.assign", "undo"]);
  });

  test("refused, where it was, with the reason; the cursor stays", async () => {
    browser.server.refuses = ["insight.assign"];
    const inbox = showInbox("inbox");
    inbox.do(give);
    await answered();
    expect([inbox.ids(), inbox.cursor()]).toEqual([["1", "2"], "1"]);
    expect(told()).toEqual(["refused"]);
  });

  test("but what the server keeps is shown as it keeps it", async () => {
    const inbox = showInbox("inbox");
    inbox.do(give);
    await answered();
    browser.server.refuses = ["undo"];
    inbox.undo();
    expect(inbox.ids()).toEqual(["1", "2"]);
    await answered();
    expect(inbox.ids()).toEqual(["1"]);
    expect(told()).toEqual(["refused"]);
  });

  test("and what was done to it besides still holds", async () => {
    browser.server.refuses = ["insight.edit-kind"];
    const inbox = showInbox();
    inbox.do(give);
    inbox.do((triage) => triage.setKind(rows("2"), "request"));
    inbox.do((triage) => triage.answer(rows("2"), { answer: "exists" }));
    await answered();
    expect(inbox.row("2")).toMatchObject({ tribeId: "pla", kind: "problem", answer: "exists" });
  });

  test("not while the connection is lost: it stays done, and is sent later", async () => {
    browser.server.weather = "away";
    const inbox = showInbox("inbox");
    inbox.do(give);
    await answered();
    expect(inbox.ids()).toEqual(["1"]);
    browser.server.weather = "well";
    await act(() => later(2));
    expect(sent()).toHaveLength(1);
    expect(inbox.ids()).toEqual(["1"]);
  });
});
