import { act, createElement } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SplitDialog } from "#components/insight/dialogs/split-dialog.tsx";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import type { InsightRow } from "#lib/insights/views.ts";
import { pressKey } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";
import { calm, later, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
let leave = () => {};
let isClosed = false;
const id = "11111111-1111-4111-8111-111111111111";
const at = "2026-11-16T09:00:00Z";
const row: InsightRow = {
  ...{ id, number: 7, title: "Yearly meeting", excerpt: null, kind: "request" },
  ...{ tribeId: null, teamId: null, quarter: null, answer: null, answeredAt: null },
  ...{ snoozedUntil: null, saidAt: at, updatedAt: at, version: 1 },
  ...{ customer: null, customers: 0, moneyCents: null },
};
const detail = {
  ...{ id, body: "1/ late visits by lift\n2/ plan Christmas. All at once.", isCut: false },
  ...{ language: "en", severity: null, surface: null, product: null, source: "Desk" },
  ...{ ticketKey: null, ticketUrl: null, deletedInDesk: false, handedInBy: null },
  ...{ requesters: [], customers: [], themes: [], sharings: [], answerNote: null },
  answerNamed: { initiative: null, entry: null, reason: null },
  ...{ answeredAt: null, answeredBy: null, mergedInto: null, merged: [], splitFrom: null },
  ...{ splits: [], comments: [] },
};

const Page = () =>
  createElement(KeyboardProvider, {
    screens: [],
    children: createElement(SplitDialog, {
      row,
      onDone: () => {},
      onClose: () => {
        isClosed = true;
      },
    }),
  });

beforeEach(async () => {
  signIn(browser.person);
  isClosed = false;
  const { fetch } = globalThis;
  globalThis.fetch = async (path, init) =>
    String(path).startsWith("/api/insights/texts")
      ? Response.json({ details: [detail] })
      : fetch(path, init);
  leave = showComponent(Page, {}).leave;
  await act(() => later(1));
});
afterEach(() => leave());

const sentences = () => [
  ...document.querySelectorAll<HTMLButtonElement>("[aria-label=Sentences] button"),
];
const titles = () => [...document.querySelectorAll("input")].map(({ value }) => value);
const asked = () => browser.server.acts.map(({ name, input }) => ({ name, input }));

describe("an insight with several asks", () => {
  test("shows its sentences, and nothing is made of them yet", () => {
    expect(sentences().map(({ textContent }) => textContent)).toEqual([
      "1/ late visits by lift",
      "2/ plan Christmas.",
      "All at once.",
    ]);
    expect(titles()).toEqual([]);
    expect(document.activeElement).toBe(sentences()[0]);
    pressKey("Enter", { ctrlKey: true });
    expect(isClosed).toBe(false);
  });

  test("by keys becomes several, each with the customer's own words", async () => {
    act(() => sentences()[0]?.click());
    act(() => sentences()[0]?.focus());
    pressKey("s");
    act(() => sentences()[1]?.focus());
    pressKey("ArrowDown", { shiftKey: true });
    pressKey("S");
    expect(titles()).toEqual(["Late visits by lift", "Plan Christmas. All at once"]);
    pressKey("Enter", { ctrlKey: true });
    await act(calm);
    expect([isClosed, told()]).toEqual([true, ["2 insights taken out of INS-7"]]);
    expect(asked()).toEqual([
      {
        name: "insight.split",
        input: {
          id,
          parts: [
            { body: "1/ late visits by lift", title: "Late visits by lift" },
            { body: "2/ plan Christmas. All at once.", title: "Plan Christmas. All at once" },
          ],
        },
      },
    ]);
  });

  test("a sentence is of one insight, and free again when that one is dropped", () => {
    act(() => sentences()[0]?.click());
    act(() => sentences()[0]?.focus());
    pressKey("s");
    expect(sentences()[0]?.disabled).toBe(true);
    const drop = document.querySelector<HTMLElement>("[aria-label^='Make no insight of it']");
    act(() => drop?.click());
    expect([sentences()[0]?.disabled, titles()]).toEqual([false, []]);
  });
});
