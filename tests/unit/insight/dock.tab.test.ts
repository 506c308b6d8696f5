import { act, createElement, useReducer } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actPermissions, type May } from "#components/insight/acts/acts.ts";
import { Dock } from "#components/insight/acts/dock.tsx";
import { useActs } from "#components/insight/acts/use-acts.ts";
import { firstState, step, targetsOf } from "#components/insight/inbox/inbox-state.ts";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import type { InsightRow } from "#lib/insights/views.ts";
import { pressKey } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";
import { calm, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
let leave = () => {};
beforeEach(() => signIn(browser.person));
afterEach(() => leave());

const row = (id: string): InsightRow => ({
  ...{ id, number: Number(id), title: `Insight ${id}`, excerpt: null, kind: "problem" },
  ...{
    tribeId: null,
    teamId: null,
    quarter: null,
    answer: null,
    answeredAt: null,
    snoozedUntil: null,
    version: 1,
  },
  ...{ saidAt: "2026-11-16T09:00:00Z", updatedAt: "2026-11-16T09:00:00Z" },
  ...{ customer: null, customers: 0, moneyCents: null },
});
const tribes = ["Planning", "Terrain"].map((name, index) => ({
  ...{ id: name, code: name.slice(0, 3).toUpperCase(), name, position: index + 1, teams: [] },
}));
const today = "2026-11-16";
const given = ["1", "2", "3"].map(row);
/** The second is surely the field's, the third perhaps Planning's. */
const proposedTo = [
  {},
  { proposedTribeId: "Terrain", isSure: true },
  { proposedTribeId: "Planning" },
];

/** The inbox's list with its hands, and a field beside it. */
function Inbox({ may }: { may: May }) {
  const start = { list: "inbox" as const, today, given, next: null, cursorId: "1" };
  const [state, dispatch] = useReducer(step, firstState(start));
  const triage = useTriage(dispatch);
  const listed = state.rows.map((one) => ({ ...one, ...proposedTo[Number(one.id) - 1] }));
  const acts = useActs({ rows: targetsOf(state), tribes, today, may, triage, listed });
  return createElement(
    "div",
    null,
    createElement("output", null, state.rows.map(({ id }) => id).join(" ")),
    createElement("input", { "aria-label": "Comment" }),
    createElement(Dock, { acts, onComment: () => {} }),
    acts.dialog ? createElement("p", { role: "alert" }, acts.dialog.dialog.name) : null,
  );
}
const Page = ({ may = actPermissions }: { may?: May }) =>
  createElement(KeyboardProvider, { screens: [], children: createElement(Inbox, { may }) });
const show = (may?: May) => {
  leave = showComponent(Page, may ? { may } : {}).leave;
};

const left = () => document.querySelector("output")?.textContent;
const buttons = () => [...document.querySelectorAll<HTMLElement>("[data-dock] > div > button")];
const press = (name: string, detail = 1) =>
  act(() => {
    const button = buttons().find((one) => one.textContent?.includes(name));
    button?.dispatchEvent(new MouseEvent("click", { bubbles: true, detail }));
  });
const asked = () => document.querySelector("[role=alert]")?.textContent;

describe("the dock", () => {
  test("a press gives the insight to a Tribe at once, and the next one is there", async () => {
    show();
    press("Terrain");
    expect([left(), told()]).toEqual(["2 3", ["INS-1 assigned to Terrain"]]);
    press("Planning");
    expect(left()).toBe("3");
    await act(calm);
    expect(browser.server.acts.map(({ input }) => input)).toMatchObject([
      { ids: ["1"], tribeId: "Terrain" },
      { ids: ["2"], tribeId: "Planning" },
    ]);
  });

  test("the second half of a double click falls on nothing", () => {
    show();
    press("Terrain");
    press("Terrain", 2);
    expect(left()).toBe("2 3");
  });

  test("what needs a word more asks for it", () => {
    show();
    press("Decline");
    expect(asked()).toBe("decline");
  });

  test("says what it does in words, with its key", () => {
    show();
    expect(
      buttons().map((one) => [one.textContent, one.getAttribute("aria-keyshortcuts")]),
    ).toEqual([
      ["1Planning", "1"],
      ["2Terrain", "2"],
      ["ABy name…", "a"],
      ["TTheme", "t"],
      ["EAnswer", "e"],
      ["MDuplicate", "m"],
      ["HSnooze", "h"],
      ["DDecline", "d"],
      ["More", null],
    ]);
  });

  test("offers nothing to who may do nothing, by keys neither", () => {
    show([]);
    pressKey("&", { code: "Digit1" });
    expect([left(), document.querySelector("[data-dock]")]).toEqual(["1 2 3", null]);
  });
});

describe("the keys of the dock", () => {
  test("do the same", () => {
    show();
    pressKey("&", { code: "Digit2" });
    expect(left()).toBe("2 3");
    pressKey("h");
    expect(asked()).toBe("snooze");
  });

  test("Shift+A confirms what is sure among the rows shown, and nothing else", async () => {
    show();
    pressKey("A", { code: "KeyA", shiftKey: true });
    expect(left()).toBe("1 3");
    pressKey("A", { code: "KeyA", shiftKey: true });
    await act(calm);
    expect(browser.server.acts.map(({ name, input }) => ({ name, input }))).toEqual([
      { name: "proposal.confirm", input: { insights: [{ id: "2", tribeId: "Terrain" }] } },
    ]);
  });

  test("held down act once", () => {
    show();
    pressKey("&", { code: "Digit2" });
    pressKey("&", { code: "Digit2", repeat: true });
    expect(left()).toBe("2 3");
  });

  test("typed in a field are letters", () => {
    show();
    document.querySelector("input")?.focus();
    for (const key of ["&", "t", "d", "e"]) pressKey(key, { code: "Digit1" });
    expect([left(), asked()]).toEqual(["1 2 3", undefined]);
  });
});
