import { act, createElement } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AnswerDialog } from "#components/insight/dialogs/answer-dialog.tsx";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import { pressKey, typeInto } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";
import { later, signIn, useBrowser } from "#tests/support/browser/tabs.ts";

HTMLElement.prototype.togglePopover ??= (isOpen) => isOpen === true;

const browser = useBrowser();
let leave = () => {};
let said: string[] = [];
const inApril = "8b0c6f1e-4c5d-4a57-9b6c-0d9a6d0b7c01";
const someday = "8b0c6f1e-4c5d-4a57-9b6c-0d9a6d0b7c02";
const settings = "8b0c6f1e-4c5d-4a57-9b6c-0d9a6d0b7c03";
const rare = "8b0c6f1e-4c5d-4a57-9b6c-0d9a6d0b7c04";
const answering = {
  planned: [
    { id: inApril, number: 12, title: "Never lose a report", quarter: "2027-Q1" },
    { id: someday, number: 9, title: "Work offline", quarter: null },
  ],
  places: [{ id: settings, title: "Reports, in the settings" }],
  reasons: { kept: [{ id: rare, words: "Too rare.", version: 1 }], usual: ["Not our trade."] },
};

const Page = ({ isDeclining }: { isDeclining: boolean }) =>
  createElement(KeyboardProvider, {
    screens: [],
    children: createElement(AnswerDialog, {
      about: { insightId: inApril, isOne: true },
      description: "INS-7",
      isDeclining,
      onAnswer: (given) => said.push(JSON.stringify(given)),
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

const offered = () => [
  ...document.querySelectorAll<HTMLElement>("[role=group] button[aria-pressed]"),
];
const words = () => offered().map(({ textContent }) => textContent);
const press = (at: number) => act(() => offered()[at]?.click());
const choose = (code: string) =>
  act(() => document.querySelector<HTMLElement>(`input[value=${code}]`)?.click());
const write = (text: string) => typeInto(document.querySelector("textarea"), text);
const send = () => {
  act(() => document.querySelector<HTMLElement>(":focus")?.blur());
  pressKey("Enter", { ctrlKey: true });
};

describe("an answer names what it means", () => {
  test("planned: the initiative of its theme, in one press, and nothing without one", async () => {
    await show();
    expect(words()).toEqual([
      "INI-12 Never lose a report, planned for Q1 2027",
      "INI-9 Work offline, without a quarter yet",
    ]);
    send();
    expect(said).toEqual([]);
    press(0);
    send();
    expect(said).toEqual([`{"answer":"planned","initiativeId":"${inApril}"}`, "closed"]);
  });

  test("exists: the place that the catalogue knows", async () => {
    await show();
    choose("exists");
    expect(words()).toEqual(["Reports, in the settings"]);
    press(0);
    send();
    expect(said).toEqual([`{"answer":"exists","entryId":"${settings}"}`, "closed"]);
  });

  test("declined: a reason that the team keeps, or has given", async () => {
    await show(true);
    expect(words()).toEqual(["Too rare.", "Not our trade."]);
    send();
    expect(said).toEqual([]);
    press(0);
    send();
    expect(said).toEqual([`{"answer":"declined","reasonId":"${rare}"}`, "closed"]);
  });

  test("a reason of one's own, in a word", async () => {
    await show(true);
    press(1);
    send();
    expect(said).toEqual([`{"answer":"declined","note":"Not our trade."}`, "closed"]);
  });

  test("what was chosen for one answer is not named by another", async () => {
    await show();
    press(0);
    choose("out-of-scope");
    write("Their own network.");
    send();
    expect(said).toEqual([`{"answer":"out-of-scope","note":"Their own network."}`, "closed"]);
  });

  test("a duplicate: of what", async () => {
    await show();
    choose("duplicate");
    expect(document.querySelector("textarea")).toBeNull();
    send();
    expect(said).toEqual(["of what?"]);
  });
});
