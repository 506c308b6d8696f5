import { act, createElement } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { NumberField } from "#components/form/number-field.tsx";
import type { Language } from "#lib/i18n/language.ts";
import type { NumberRule } from "#lib/typed-number.ts";
import { typeInto } from "#tests/support/browser/hand.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";

let leave = () => {};
afterEach(() => leave());

type Given = { rule: NumberRule; defaultValue?: number; required?: boolean };

function Example(given: Given) {
  return createElement(
    "form",
    null,
    createElement(NumberField, { ...given, label: "Effort", name: "effort" }),
  );
}

function show(given: Given, language: Language = "fr") {
  leave = showComponent(Example, given, "/", language).leave;
}

function field(): HTMLInputElement {
  const found = document.querySelector("input");
  if (!found) throw new Error("There is no field.");
  return found;
}

function leaveField() {
  act(() => field().blur());
}

/** Whether the form's button would send it. */
function isSent(): boolean {
  let isGood = true;
  act(() => {
    isGood = field().form?.checkValidity() ?? false;
  });
  return isGood;
}

const said = () => document.querySelector("[aria-live]")?.textContent ?? null;
const alert = () => document.querySelector("[role=alert]")?.textContent ?? null;

describe("a field for a number", () => {
  test.each([
    ["fr", "0.5", "Compris : 0,5"],
    ["fr", "1200", "Compris : 1\u202f200"],
    ["en", "0,5", "Understood: 0.5"],
    ["en", "1 200,25", "Understood: 1,200.25"],
  ] as const)("says in %s what it understood of %j: %j", (language, typed, understood) => {
    show({ rule: {} }, language);
    expect(said()).toBeNull();
    typeInto(field(), typed);
    expect(said()).toBe(understood);
  });

  test.each([
    ["fr", "11,5"],
    ["en", "11.5"],
  ] as const)("begins in %s with the number as that language writes it", (language, written) => {
    show({ rule: {}, defaultValue: 11.5 }, language);
    expect(field().value).toBe(written);
  });

  test("tells at once what can be read in two ways, and keeps the form from being sent", () => {
    show({ rule: {} });
    typeInto(field(), "1.200");
    expect(alert()).toBe("«\u00a01.200\u00a0» peut se lire 1\u202f200 ou 1,2. Écris 1200, ou 1,2.");
    expect(isSent()).toBe(false);
  });

  test("waits with what is wrong until the hand has left it", () => {
    show({ rule: { whole: true } });
    typeInto(field(), "2,");
    typeInto(field(), "2,5");
    expect(alert()).toBeNull();
    leaveField();
    expect(alert()).toBe("2,5 n’est pas possible ici : il faut un nombre entier.");
    typeInto(field(), "25");
    expect(alert()).toBeNull();
    expect(isSent()).toBe(true);
  });

  test("says in the form that it may not stay empty, in the person's language", () => {
    show({ rule: {}, required: true });
    expect(isSent()).toBe(false);
    expect(alert()).toBe("À remplir : ce champ ne peut pas rester vide.");
  });
});
