import { act, createElement, useState } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { matching } from "#components/ui/combobox/choice.ts";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { pressKey, typeInto } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";

const tribes = ["Planning", "Terrain", "Contrats", "Socle"].map((label, index) => ({
  id: label,
  label,
  digit: index + 1,
  ...(label === "Socle" ? { isOff: true } : {}),
}));

let taken: string[] = [];
let leave = () => {};
beforeEach(() => {
  taken = [];
});
afterEach(() => leave());

type Given = {
  /** What the server has answered to the text; null: what is here is all there is. */
  answer?: readonly string[];
  isSettled?: boolean;
  creates?: boolean;
};

function Example({ answer, isSettled = true, creates = false }: Given) {
  const [text, setText] = useState("");
  const choices = answer ? answer.map((label) => ({ id: label, label })) : matching(tribes, text);
  return createElement(Picker, {
    label: "Tribe",
    text,
    onText: setText,
    choices,
    isSettled,
    nothing: "No Tribe of that name.",
    onTake: ({ id }: { id: string }) => taken.push(id),
    create: creates
      ? { label: `Create ${text}`, onCreate: () => taken.push(`new ${text}`) }
      : undefined,
  });
}

function show(given: Given = {}) {
  const shown = showComponent(Example, given);
  leave = shown.leave;
  field().focus();
  return shown;
}

function field(): HTMLInputElement {
  const found = document.querySelector("[role=combobox]");
  if (!(found instanceof HTMLInputElement)) throw new Error("There is no combobox.");
  return found;
}

/** The line that assistive technology is told of; the one that looks marked must be the same. */
function marked(): string | null {
  const id = field().getAttribute("aria-activedescendant");
  const told = id ? (document.getElementById(id)?.textContent ?? null) : null;
  const seen = document.querySelector("[role=option][aria-selected=true]")?.textContent ?? null;
  expect(seen).toBe(told);
  return told?.replace(/\d?↵?$/, "") ?? null;
}

describe("a list to choose from, by keyboard", () => {
  test("two arrows down and Enter take the third, which is the marked one", () => {
    show();
    expect(marked()).toBe("Planning");
    pressKey("ArrowDown");
    pressKey("ArrowDown");
    expect(marked()).toBe("Contrats");
    pressKey("Enter");
    expect(taken).toEqual(["Contrats"]);
  });

  test("the arrows go round at both ends", () => {
    show();
    pressKey("ArrowUp");
    expect(marked()).toBe("Socle");
    pressKey("ArrowDown");
    expect(marked()).toBe("Planning");
  });

  test("typing narrows and marks the first that is left", () => {
    show();
    pressKey("ArrowDown");
    typeInto(field(), "con");
    expect(marked()).toBe("Contrats");
    pressKey("Enter");
    expect(taken).toEqual(["Contrats"]);
  });

  test("nothing is taken where nothing answers", () => {
    show();
    typeInto(field(), "xyz");
    expect(marked()).toBe(null);
    pressKey("Enter");
    expect(taken).toEqual([]);
    expect(document.querySelector("[role=status]")?.textContent).toBe("No Tribe of that name.");
  });

  test("a digit takes its own while nothing is typed, and is a letter afterwards", () => {
    show();
    pressKey("&", { code: "Digit1" });
    expect(taken).toEqual(["Planning"]);
    typeInto(field(), "r");
    pressKey("2", { code: "Digit2" });
    expect(taken).toEqual(["Planning"]);
  });

  test("a held Enter takes once, and one that ends a composed sign takes nothing", () => {
    show();
    pressKey("Enter", { repeat: true });
    pressKey("Enter", { isComposing: true });
    expect(taken).toEqual([]);
  });

  test("what can't be taken is shown, and stays", () => {
    show();
    pressKey("ArrowUp");
    pressKey("Enter");
    expect(taken).toEqual([]);
  });

  test("Escape is left to the dialog", () => {
    show();
    expect(pressKey("Escape")).toBe(true);
  });
});

describe("a list that the server answers", () => {
  test("Enter before the answer waits for it, and takes its first", () => {
    const shown = show({ answer: ["Old"], isSettled: false });
    expect(marked()).toBe(null);
    pressKey("Enter");
    expect(taken).toEqual([]);
    shown.show({ answer: ["New", "Old"] });
    expect(taken).toEqual(["New"]);
  });

  test("who types on after Enter takes nothing", () => {
    const shown = show({ answer: ["Old"], isSettled: false });
    pressKey("Enter");
    typeInto(field(), "new");
    shown.show({ answer: ["New"] });
    expect(taken).toEqual([]);
  });

  test("the mark stays on its line when others arrive above it", () => {
    const shown = show({ answer: ["One", "Two"] });
    pressKey("ArrowDown");
    expect(marked()).toBe("Two");
    shown.show({ answer: ["Zero", "One", "Two"] });
    expect(marked()).toBe("Two");
    pressKey("Enter");
    expect(taken).toEqual(["Two"]);
  });
});

describe("what is typed can become one of its own", () => {
  test("the last line and Ctrl+Enter create it", () => {
    show({ answer: ["One"], creates: true });
    typeInto(field(), "Two");
    pressKey("Enter", { ctrlKey: true });
    pressKey("ArrowDown");
    expect(marked()).toBe("Create Two");
    pressKey("Enter");
    expect(taken).toEqual(["new Two", "new Two"]);
  });
});

test("a finger takes the line it touches, and the field keeps the focus", () => {
  show();
  const line = document.querySelectorAll<HTMLElement>("[role=option]")[1];
  act(() => {
    const isFree = line?.dispatchEvent(
      new MouseEvent("mousedown", { bubbles: true, cancelable: true }),
    );
    expect(isFree).toBe(false);
    line?.click();
  });
  expect(taken).toEqual(["Terrain"]);
});
