import { act, createElement, useReducer } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { undoLast } from "#components/commands/command-queue.ts";
import { actPermissions, type May } from "#components/insight/acts/acts.ts";
import { useActs } from "#components/insight/acts/use-acts.ts";
import { firstState, step, targetsOf } from "#components/insight/inbox/inbox-state.ts";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { goToProposals } from "#components/insight/proposed/proposal-keys.ts";
import { Proposed, wordsOf } from "#components/insight/proposed/proposed.tsx";
import { ProposedTribe } from "#components/insight/proposed/proposed-tribe.tsx";
import { useProposed } from "#components/insight/proposed/use-proposed.ts";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import type { InsightRow } from "#lib/insights/views.ts";
import type { Proposals } from "#lib/proposals/views.ts";
import { pressKey } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";
import { calm, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
let leave = () => {};
beforeEach(() => {
  signIn(browser.person);
  // Nothing has a place on a page that is not drawn.
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get: () => document.body,
  });
});
afterEach(() => leave());

const at = "2026-11-16T09:00:00Z";
const row = (id: string): InsightRow => ({
  ...{ id, number: Number(id), title: `Insight ${id}`, excerpt: null, kind: "problem" },
  ...{ tribeId: null, teamId: null, quarter: null, answer: null, answeredAt: null },
  ...{ snoozedUntil: null, saidAt: at, updatedAt: at, version: 1 },
  ...{ customer: null, customers: 0, moneyCents: null },
});
const [planning, field] = ["Planning", "Field"].map((name, index) => ({
  ...{ id: name, code: name.slice(0, 3).toUpperCase(), name, position: index + 1 },
})) as [TribeOfTest, TribeOfTest];
type TribeOfTest = { id: string; code: string; name: string; position: number };
const because = { reason: "alike" as const, alike: 12, of: 15, words: ["export"] };
const offered: Proposals = {
  insightId: "1",
  tribe: {
    ...{ isSure: true, withdrawn: null },
    options: [{ tribe: field, team: { id: "p", name: "Proofs" }, ...because }],
  },
  themes: [
    {
      ...{ theme: { id: "several", title: "Send it to several" }, tribe: field, team: null },
      ...{ isMine: true, insights: 31, ...because, words: [] },
    },
  ],
  newTheme: null,
  duplicates: [
    {
      ...{ id: "9", number: 9, title: "Export forgets one", excerpt: null, level: "similar" },
      ...{ customer: "Frigo", customers: 1, saidAt: at, words: ["export", "PDF"] },
      standing: { is: "tribe", tribe: field, team: null, quarter: null, answer: null },
    },
  ],
  kind: { code: "request", reason: "words", alike: 0, of: 0, words: [] },
  ...{ language: null, severity: null, customer: null },
};

function Inbox({ may, proposals }: { may: May; proposals: Proposals }) {
  const given = ["1", "2"].map(row);
  const start = { list: "inbox" as const, today: "2026-11-16", given, next: null, cursorId: "1" };
  const [state, dispatch] = useReducer(step, firstState(start));
  const triage = useTriage(dispatch);
  const tribes = [planning, field].map((tribe) => ({ ...tribe, teams: [] }));
  const rows = targetsOf(state);
  const acts = useActs({ rows, tribes, today: "2026-11-16", may, triage });
  const [read] = rows;
  const proposed = useProposed(read, proposals, () => {});
  const ties = read ? { row: read, acts, proposed, onGrouped: () => {} } : null;
  const { open } = proposed;
  return createElement(
    "div",
    null,
    createElement("output", null, state.rows.map(({ id, kind }) => `${id} ${kind}`).join(", ")),
    createElement("div", { role: "listbox", tabIndex: 0 }),
    open && ties ? createElement(Proposed, { proposals: open, ties }) : null,
    open?.tribe && ties ? createElement(ProposedTribe, { tribe: open.tribe, ties }) : null,
  );
}
const Page = (given: { may: May; proposals: Proposals }) =>
  createElement(KeyboardProvider, { screens: [], children: createElement(Inbox, given) });
const show = (proposals: Proposals = offered, may: May = actPermissions) => {
  leave = showComponent(Page, { may, proposals }).leave;
};

const left = () => document.querySelector("output")?.textContent;
const named = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
const press = (label: string, detail = 1) =>
  act(() => {
    named(label)?.dispatchEvent(new MouseEvent("click", { bubbles: true, detail }));
  });
const undo = () => act(() => void undoLast());
const asked = () => browser.server.acts.map(({ name, input }) => ({ name, input }));

describe("what is proposed", () => {
  test("says where it would go, and why, in words", () => {
    show();
    const text = document.body.textContent;
    expect(text).toContain("12 of the 15 closest are with Field, mostly Proofs: export");
    expect(text).toContain("One possible theme");
    expect(text).toContain("One likely duplicate");
    expect(text).toContain("with Field");
  });

  test("is confirmed by one press: the insight goes, and nothing was decided before", async () => {
    show();
    expect(asked()).toEqual([]);
    press("Confirm Field");
    expect([left(), told()]).toEqual(["2 problem", ["INS-1 assigned to Field"]]);
    await act(calm);
    const input = { insights: [{ id: "1", tribeId: "Field" }] };
    expect(asked()).toEqual([{ name: "proposal.confirm", input }]);
  });

  test("refused, is gone at once and for ever, and back when that is taken back", async () => {
    show();
    press("Not a duplicate of INS-9");
    expect(named("Merge into INS-9")).toBeNull();
    expect(left()).toBe("1 problem, 2 problem");
    await act(calm);
    const input = { insightId: "1", kind: "duplicate", target: "9" };
    expect(asked()).toEqual([{ name: "proposal.refuse", input }]);
    undo();
    expect(named("Merge into INS-9")).not.toBeNull();
  });

  test("of two Tribes the other stays, and is no surer than before", () => {
    const options = [
      ...(offered.tribe?.options ?? []),
      { tribe: planning, team: null, ...because, alike: 3 },
    ];
    show({ ...offered, tribe: { isSure: false, withdrawn: null, options } });
    press("Not that: Field");
    expect([named("Confirm Field"), named("Confirm Planning")?.textContent]).toEqual([
      null,
      "Confirm",
    ]);
    expect(document.body.textContent).not.toContain("sure");
  });

  test("says when nothing is called sure any more, and by what", () => {
    const options = offered.tribe?.options ?? [];
    show({ ...offered, tribe: { isSure: false, withdrawn: { right: 52, judged: 60 }, options } });
    expect(document.body.textContent).toContain(
      "Nothing is called sure for now: 52 of the last 60 were right.",
    );
  });

  test("puts it under the theme and gives it to the theme's Tribe, in one act", async () => {
    show();
    press("Choose and assign to Field: Send it to several");
    expect(left()).toBe("2 problem");
    await act(calm);
    const input = { themeId: "several", insightIds: ["1"], andTribe: true };
    expect(asked()).toEqual([{ name: "theme.group", input }]);
    undo();
    expect(left()).toBe("1 problem, 2 problem");
  });

  test("merges it, and corrects its kind", async () => {
    show();
    press("Confirm Request");
    expect(left()).toBe("1 request, 2 problem");
    press("Merge into INS-9");
    await act(calm);
    expect(asked()).toEqual([
      {
        name: "insight.edit-kind",
        input: { ids: ["1"], kind: "request", was: { "1": "problem" } },
      },
      { name: "insight.merge", input: { ids: ["1"], intoId: "9" } },
    ]);
    expect(left()).toBe("2 problem");
  });

  test("says what is missing by the same gesture, and takes it back", async () => {
    show({
      ...offered,
      kind: null,
      language: { code: "fr", reason: "words", alike: 0, of: 0, words: [] },
      severity: { code: "high", ...because },
      customer: { customer: { id: "frigo", name: "Frigo" }, ...because, reason: "domain" },
    });
    expect(named("Confirm high")).not.toBeNull();
    press("Confirm high");
    press("Confirm Frigo");
    press("Not that: FR");
    expect([named("Confirm high"), named("Confirm Frigo"), named("Confirm FR")]).toEqual([
      ...[null, null, null],
    ]);
    await act(calm);
    expect(asked()).toEqual([
      { name: "insight.edit-severity", input: { ids: ["1"], severity: "high", was: {} } },
      { name: "insight.add-customer", input: { ids: ["1"], organisationId: "frigo" } },
      {
        name: "proposal.refuse",
        input: { insightId: "1", kind: "language", target: "fr" },
      },
    ]);
    undo();
    expect(named("Confirm FR")).not.toBeNull();
  });

  test("is read and not decided by who may not sort", () => {
    show(offered, []);
    expect(document.querySelectorAll("button")).toHaveLength(0);
    expect(document.body.textContent).toContain("Send it to several");
  });

  test("lends its words to the text", () => {
    expect(wordsOf(offered)).toEqual(["export", "PDF"]);
  });
});

describe("by keys", () => {
  test("the hand goes to the Tribe first, arrows to the others, Escape back to the list", () => {
    show();
    act(() => void goToProposals());
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Confirm Field");
    pressKey("ArrowUp");
    pressKey("ArrowUp");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Merge into INS-9");
    pressKey("Escape");
    expect(document.activeElement?.getAttribute("role")).toBe("listbox");
  });

  test("M merges into the one under the hand, Delete says that it is none", () => {
    show();
    act(() => named("Merge into INS-9")?.focus());
    pressKey("Delete");
    expect([left(), named("Merge into INS-9")]).toEqual(["1 problem, 2 problem", null]);
    undo();
    act(() => named("Merge into INS-9")?.focus());
    pressKey("m");
    expect(left()).toBe("2 problem");
  });

  test("held down, Enter confirms nothing more", () => {
    show();
    act(() => named("Confirm Field")?.focus());
    expect(pressKey("Enter", { repeat: true })).toBe(false);
  });
});
