/**
 * One press, read the same on every layout: digits by the place of the key (AZERTY's top row gives
 * "&é\"'(" unshifted), letters and signs by what the key says.
 */
export type Stroke = {
  /** "j", "?", "Enter"; a letter is in lower case whatever Shift and Caps Lock. */
  readonly key: string;
  readonly digit: number | null;
  readonly isShifted: boolean;
  readonly isMod: boolean;
};

export type Press = {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  getModifierState(name: string): boolean;
};

/** Null for what is no key of ours: a lone modifier, Alt combinations that write no sign. */
export function readStroke(press: Press): Stroke | null {
  const writesSign = isSign(press.key);
  // AltGr is reported as Ctrl+Alt on Windows; on AZERTY and QWERTZ it is how "[" is typed.
  const isAltGr = press.getModifierState("AltGraph");
  const isMod = !isAltGr && (press.ctrlKey || press.metaKey);
  if (LONE.has(press.key)) return null;
  if (press.altKey && !(writesSign && !isMod)) return null;
  const isLetter = /^\p{L}$/u.test(press.key);
  return {
    key: isLetter ? press.key.toLowerCase() : press.key === " " ? "Space" : press.key,
    digit: isMod || isAltGr || press.altKey ? null : digitOf(press),
    isShifted: press.shiftKey,
    isMod,
  };
}

const LONE = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead"]);

function isSign(key: string): boolean {
  return [...key].length === 1 && !/^[\p{L}\p{N}\s]$/u.test(key);
}

function digitOf({ code, key, shiftKey }: Press): number | null {
  const place = /^(Digit|Numpad)([1-9])$/.exec(code);
  if (!place) return null;
  // Shift and a digit's key is a sign on QWERTY ("!") and the digit itself on AZERTY.
  const saysDigit = key === place[2];
  const counts = place[1] === "Numpad" || shiftKey ? saysDigit : true;
  return counts ? Number(place[2]) : null;
}

/** Whether the press is the written step, e.g. "Shift+j", "?", "1-9", "Mod+k". */
export function isStep(step: string, stroke: Stroke): boolean {
  if (step === "1-9") return stroke.digit !== null;
  const parts = step.split("+");
  const key = parts.at(-1) ?? "";
  if (stroke.isMod !== parts.includes("Mod") || stroke.digit !== null) return false;
  // A sign says all by itself: "?" is Shift+/ here and Shift+, there.
  if (!isSign(key) && stroke.isShifted !== parts.includes("Shift")) return false;
  return stroke.key === key;
}

/** A single character, which speech input and a slipping hand press by accident (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return !keys.startsWith("Mod+") && !NAMED.test(keys);
}

const NAMED = /^(Shift\+)?(Enter|Space|Escape|Delete|Backspace|Arrow\w+)$/;
