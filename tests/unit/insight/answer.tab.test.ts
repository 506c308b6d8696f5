import { act, createElement } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AnswerDialog } from "#components/insight/dialogs/answer-dialog.tsx";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import type { InsightRow } from "#lib/insights/views.ts";
import { pressKey } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";
import { later, signIn, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
let leave = () => {};
let said: string[] = [];
const at = "2026-11-16T09:00:00Z";
const row: InsightRow = {
  ...{ id: "7", number: 7, title: "Lost reports", excerpt: null, kind: "request" },
  ...{ tribeId: null, teamId: null, quarter: null, answer: null, answeredAt: null },
  ...{ snoozedUntil: null, saidAt: at, updatedAt: at, version: 1 },
  ...{ customer: null, customers: 0, moneyCents: null },
};
const answering = {
  planned: [
    { number: 12, title: "Never lose a report", quarter: "2027-Q1" },
    { number: 9, title: "Work offline", quarter: null },
  ],
  reasons: ["Too rare."],
};

const Page = ({ isDeclining }: { isDeclining: boolean }) =>
  createElement(KeyboardProvider, {
    screens: [],
    children: createElement(AnswerDialog, {
      rows: [row],
      isDeclining,
      onAnswer: (answer, note) => said.push(`${answer}: ${note}`),
      onDuplicate: () => said.push("of what?"),
      onClose: () => said.push("closed"),
    }),
  });

async function show(isDeclining = false) {
  leave = showComponent(Page, { isDeclining }).leave;
  await act(() => later(1));
}

beforeEach(() => {
  signIn(browser.person);
  said = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (path, init) =>
    String(path).startsWith("/api/insights/answering")
      ? Response.json({ answering })
      : fetch(path, init);
});
afterEach(() => leave());

const sayings = () => [
  ...document.querySelectorAll<HTMLElement>("[role=group][aria-label=Proposed] button"),
];
const choose = (code: string) =>
  act(() => document.querySelector<HTMLElement>(`input[value=${code}]`)?.click());
const send = () => {
  act(() => document.querySelector<HTMLElement>(":focus")?.blur());
  pressKey("Enter", { ctrlKey: true });
};

describe("an answer names what it means", () => {
  test("planned: the initiative of its theme and the quarter, in one press", async () => {
    await show();
    expect(sayings().map(({ textContent }) => textContent)).toEqual([
      "INI-12 Never lose a report, planned for Q1 2027",
      "INI-9 Work offline, without a quarter yet",
    ]);
    act(() => sayings()[0]?.click());
    send();
    expect(said).toEqual(["planned: INI-12 Never lose a report, planned for Q1 2027", "closed"]);
  });

  test("declined: a reason that the team gives", async () => {
    await show(true);
    expect(sayings().map(({ textContent }) => textContent)).toEqual(["Too rare."]);
    send();
    expect(said).toEqual([]);
    act(() => sayings()[0]?.click());
    send();
    expect(said).toEqual(["declined: Too rare.", "closed"]);
  });

  test("a duplicate: of what", async () => {
    await show();
    choose("duplicate");
    expect(document.querySelector("textarea")).toBeNull();
    send();
    expect(said).toEqual(["of what?"]);
  });

  test("anything else: nothing is proposed", async () => {
    await show();
    choose("exists");
    expect(sayings()).toEqual([]);
  });
});
