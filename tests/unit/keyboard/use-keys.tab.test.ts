import { act, createElement, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";

let pressed: string[] = [];
let leave: (() => void)[] = [];

beforeEach(() => {
  pressed = [];
  document.body.innerHTML = `
    <input name="title"><input type="checkbox"><button>Save</button><a href="#x">Theme</a>
    <div role="menu"><span tabindex="0">An entry</span></div>
    <div contenteditable="true" tabindex="0"></div>`;
});
afterEach(() => {
  for (const one of leave.splice(0)) one();
  document.body.innerHTML = "";
});

/** The keyboard listens, as it does around every page. */
function listen(singleKeys = true) {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const keyboard = createElement(KeyboardProvider, { singleKeys, screens: [], children: null });
  act(() => root.render(keyboard));
  leave.push(() => act(() => root.unmount()));
}

/** A screen that notes which of its keys were pressed. */
function screen(word = "") {
  const notes = (name: string) => () => {
    pressed.push(name + word);
  };
  const handlers = {
    merge: notes("merge"),
    assignDigit: ({ digit }: { digit: number | null }) => notes(`tribe ${digit}`)(),
  };
  return handlers;
}

function press(
  key: string,
  { on = "body", code = "", ...more }: KeyboardEventInit & { on?: string } = {},
) {
  const event = new KeyboardEvent("keydown", {
    ...{ key, code, bubbles: true, cancelable: true },
    ...more,
  });
  act(() => {
    document.querySelector(on)?.dispatchEvent(event);
  });
  return event;
}

const show = (enabled = true) => {
  const hook = showHook(
    (given: { word: string; enabled: boolean }) =>
      useKeys("triage", screen(given.word), { enabled: given.enabled }),
    { word: "", enabled },
  );
  leave.push(hook.leave);
  return hook;
};

describe("a screen's keys", () => {
  test("do what the screen last said, once each, and are taken from the browser", () => {
    listen();
    const hook = show();
    hook.show({ word: " as it is now", enabled: true });
    expect(press("m").defaultPrevented).toBe(true);
    press("é", { code: "Digit2" });
    expect(pressed).toEqual(["merge as it is now", "tribe 2 as it is now"]);
  });

  test("mean what is shown from the moment it shows: a quick hand does not wait for React", () => {
    listen();
    let ready = () => {};
    const hook = showHook(
      ({ quarter }: { quarter: string }) => {
        useKeys("quarter", { nextQuarter: () => void pressed.push(`after ${quarter}`) });
        useLayoutEffect(() => ready());
      },
      { quarter: "2026-Q4" },
    );
    leave.push(hook.leave);
    ready = () => void window.dispatchEvent(new KeyboardEvent("keydown", { key: "]" }));
    hook.show({ quarter: "2027-Q1" });
    expect(pressed).toEqual(["after 2027-Q1"]);
  });

  test("act once however long they are held, save those that move", () => {
    listen();
    show();
    const list = showHook(() => useKeys("list", { next: () => void pressed.push("next") }), null);
    leave.push(list.leave);
    for (const repeat of [false, true, true]) {
      press("é", { code: "Digit2", repeat });
      press("j", { repeat });
    }
    expect(pressed).toEqual(["tribe 2", "next", "next", "next"]);
  });

  test("leave with the screen", () => {
    listen();
    const hook = show();
    hook.leave();
    leave = leave.filter((one) => one !== hook.leave);
    expect(press("m").defaultPrevented).toBe(false);
    expect(pressed).toEqual([]);
  });

  test("are off while the screen says so", () => {
    listen();
    const hook = show(false);
    press("m");
    hook.show({ word: "", enabled: true });
    press("m");
    expect(pressed).toEqual(["merge"]);
  });

  test("are off where single keys are switched off", () => {
    listen(false);
    show();
    press("m");
    expect(pressed).toEqual([]);
  });
});

describe("a key belongs to what has the focus first", () => {
  test.each([
    ["a letter in a field", "m", "[name=title]"],
    ["a letter in a text that is edited", "m", "[contenteditable]"],
    ["a letter in an open menu", "m", "[role=menu] span"],
  ])("%s", (_, key, on) => {
    listen();
    show();
    press(key, { on });
    expect(pressed).toEqual([]);
  });

  test.each([
    ["on a button", "button"],
    ["on a link", "a"],
    ["on a box", "[type=checkbox]"],
  ])("Enter and the space bar %s, and no other key", (_, on) => {
    listen();
    const hook = showHook(
      () =>
        useKeys("list", {
          open: () => void pressed.push("open"),
          select: () => void pressed.push("select"),
        }),
      null,
    );
    leave.push(hook.leave);
    press("Enter", { on });
    press(" ", { on });
    press("x", { on });
    expect(pressed).toEqual(["select"]);
  });

  test("what is being composed, and what somebody took already", () => {
    listen();
    show();
    press("m", { isComposing: true });
    document
      .querySelector("button")
      ?.addEventListener("keydown", (event) => event.preventDefault());
    press("m", { on: "button" });
    expect(pressed).toEqual([]);
  });

  test("but sending by Mod and Enter works while one writes", () => {
    listen();
    const hook = showHook(() => useKeys("dialog", { send: () => void pressed.push("sent") }), null);
    leave.push(hook.leave);
    press("Enter", { on: "[name=title]", ctrlKey: true });
    expect(pressed).toEqual(["sent"]);
  });
});
