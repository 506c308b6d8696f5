import { describe, expect, test } from "vitest";
import { isSingleKey, isStep, readStroke } from "#components/keyboard/stroke.ts";

const HELD = { Shift: "shiftKey", Control: "ctrlKey", Alt: "altKey", Meta: "metaKey" } as const;
type Held = keyof typeof HELD | "AltGraph";

/** A press as a browser reports it: what the key says, where it is, what is held. */
function press(key: string, code: string, ...held: Held[]) {
  const isHeld = (name: string) => held.some((one) => one === name);
  return readStroke({
    key,
    code,
    shiftKey: isHeld("Shift"),
    ctrlKey: isHeld("Control"),
    altKey: isHeld("Alt"),
    metaKey: isHeld("Meta"),
    getModifierState: isHeld,
  });
}

function takes(step: string, stroke: ReturnType<typeof press>) {
  return stroke !== null && isStep(step, stroke);
}

describe("digits are physical keys", () => {
  test.each([
    ["QWERTY 2", press("2", "Digit2"), 2],
    ["AZERTY 2, which says é", press("é", "Digit2"), 2],
    ["AZERTY 6, which says -", press("-", "Digit6"), 6],
    ["AZERTY 2 with Shift", press("2", "Digit2", "Shift"), 2],
    ["Czech QWERTZ 2, which says ě", press("ě", "Digit2"), 2],
    ["the numeric pad", press("7", "Numpad7"), 7],
  ])("%s is that digit", (_, stroke, digit) => {
    expect(stroke?.digit).toBe(digit);
    expect(takes("1-9", stroke)).toBe(true);
  });

  test.each([
    ["QWERTY Shift+1, which says !", press("!", "Digit1", "Shift")],
    ["QWERTZ Shift+7, which says /", press("/", "Digit7", "Shift")],
    ["the numeric pad as arrows", press("Home", "Numpad7")],
    ["Ctrl+1, a browser tab", press("1", "Digit1", "Control")],
    ["AltGr+5 on AZERTY, which says [", press("[", "Digit5", "Control", "Alt", "AltGraph")],
    ["0", press("0", "Digit0")],
  ])("%s is none", (_, stroke) => {
    expect(takes("1-9", stroke)).toBe(false);
  });
});

describe("letters and signs are what the key says", () => {
  test.each([
    ["A on AZERTY, where QWERTY has Q", "a", press("a", "KeyQ")],
    ["Z on QWERTZ, where QWERTY has Y", "z", press("z", "KeyY")],
    ["M on AZERTY, where QWERTY has ;", "m", press("m", "Semicolon")],
    ["a letter with Caps Lock on", "d", press("D", "KeyD")],
    ["Shift and a letter", "Shift+a", press("A", "KeyQ", "Shift")],
    ["? on QWERTY", "?", press("?", "Slash", "Shift")],
    ["? on AZERTY", "?", press("?", "KeyM", "Shift")],
    ["/ on QWERTY", "/", press("/", "Slash")],
    ["/ on AZERTY", "/", press("/", "Period", "Shift")],
    ["/ on QWERTZ", "/", press("/", "Digit7", "Shift")],
    ["[ on AZERTY under Windows", "[", press("[", "Digit5", "Control", "Alt", "AltGraph")],
    ["[ on AZERTY under Linux", "[", press("[", "Digit5", "AltGraph")],
    ["[ on AZERTY under macOS", "[", press("[", "Digit5", "Alt", "Shift")],
    ["the command menu", "Mod+k", press("k", "KeyK", "Control")],
    ["the command menu under macOS", "Mod+k", press("k", "KeyK", "Meta")],
    ["sending", "Mod+Enter", press("Enter", "Enter", "Control")],
    ["extending by arrow", "Shift+ArrowDown", press("ArrowDown", "ArrowDown", "Shift")],
  ])("%s", (_, step, stroke) => {
    expect(takes(step, stroke)).toBe(true);
  });

  test.each([
    ["Ctrl+D is the browser's", "d", press("d", "KeyD", "Control")],
    ["Alt+D is the browser's", "d", press("d", "KeyD", "Alt")],
    ["Shift+J is not J", "j", press("J", "KeyJ", "Shift")],
    ["J is not Shift+J", "Shift+j", press("j", "KeyJ")],
    ["Shift alone is nothing", "Shift", press("Shift", "ShiftLeft", "Shift")],
    ["a dead key is nothing", "?", press("Dead", "BracketLeft")],
  ])("%s", (_, step, stroke) => {
    expect(takes(step, stroke)).toBe(false);
  });
});

test("only single characters can be switched off", () => {
  const single = ["j", "Shift+a", "?", "1-9", "g t", "["];
  const others = ["Mod+k", "Mod+Enter", "Enter", "Escape", "ArrowDown", "Shift+ArrowDown"];
  expect(single.filter((keys) => !isSingleKey(keys))).toEqual([]);
  expect(others.filter(isSingleKey)).toEqual([]);
});
