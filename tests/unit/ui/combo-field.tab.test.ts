import { act, createElement, useState } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { matching } from "#components/ui/combobox/choice.ts";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";
import { pressKey, typeInto } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";

const customers = ["Groupe Ventadour Énergies", "Aubagne Ventilation", "Frigo Méridien"].map(
  (label) => ({ id: label, label }),
);

// The document of these tests has no top layer.
HTMLElement.prototype.togglePopover ??= (isOpen) => isOpen === true;

let early = 0;
let leave = () => {};
beforeEach(() => {
  early = 0;
});
afterEach(() => leave());

type Given = { isFree?: boolean; keepsEnter?: boolean; isSettled?: boolean; waits?: boolean };

function Example({ isSettled = true, waits = false, ...given }: Given) {
  const [text, setText] = useState("");
  return createElement(ComboField, {
    label: "Customer",
    text,
    onText: setText,
    choices: isSettled ? matching(customers, text) : [],
    isSettled,
    onTake: ({ label }) => setText(label),
    ...(waits && { onEarly: () => early++ }),
    ...given,
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

const isOpen = () => field().getAttribute("aria-expanded") === "true";

function marked(): string | null {
  const id = field().getAttribute("aria-activedescendant");
  return id ? (document.getElementById(id)?.textContent?.replace("↵", "") ?? null) : null;
}

/** Whether the form would be sent by it. */
function enter(): boolean {
  return pressKey("Enter");
}

describe("a field with a list under it", () => {
  test("is closed until somebody types, touches it or presses an arrow", () => {
    show();
    expect(isOpen()).toBe(false);
    pressKey("ArrowDown");
    expect(isOpen()).toBe(true);
    pressKey("Escape");
    expect(isOpen()).toBe(false);
    act(() => field().click());
    expect(isOpen()).toBe(true);
  });

  test("three letters and Enter take the first, and the next Enter sends the form", () => {
    show();
    typeInto(field(), "ven");
    expect(marked()).toBe("Groupe Ventadour Énergies");
    expect(enter()).toBe(false);
    expect(field().value).toBe("Groupe Ventadour Énergies");
    expect(isOpen()).toBe(false);
    expect(enter()).toBe(true);
  });

  test("Escape closes the list and nothing around it", () => {
    show();
    typeInto(field(), "ven");
    expect(pressKey("Escape")).toBe(false);
    expect(isOpen()).toBe(false);
    expect(pressKey("Escape")).toBe(true);
  });

  test("leaving it closes the list and keeps what is typed", () => {
    show();
    typeInto(field(), "ven");
    act(() => field().blur());
    expect(isOpen()).toBe(false);
    expect(field().value).toBe("ven");
  });

  test("a name of one's own stays where none is chosen by hand", () => {
    show({ isFree: true });
    typeInto(field(), "ven");
    expect(marked()).toBe(null);
    expect(enter()).toBe(true);
    expect(field().value).toBe("ven");
    pressKey("ArrowDown");
    expect(enter()).toBe(false);
    expect(field().value).toBe("Groupe Ventadour Énergies");
  });

  test("where half a name would make a new one Enter never sends", () => {
    show({ keepsEnter: true });
    typeInto(field(), "xyz");
    expect(enter()).toBe(false);
  });

  test("Enter before the answer asks who waits for it", () => {
    show({ isSettled: false, waits: true });
    typeInto(field(), "ven");
    expect(enter()).toBe(false);
    expect(early).toBe(1);
  });
});
