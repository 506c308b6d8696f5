import { keyNumber } from "#lib/key-number.ts";

export function initiativeKey(number: number): string {
  return `INI-${number}`;
}

/** The number in "INI-45", "ini45" or "45"; null for anything else. */
export function initiativeNumberOf(text: string): number | null {
  return keyNumber("INI", text);
}
