import { keyNumber } from "#lib/key-number.ts";

export function themeKey(number: number): string {
  return `THE-${number}`;
}

/** The number in "THE-12", "the12" or "12"; null for anything else. */
export function themeNumberOf(text: string): number | null {
  return keyNumber("THE", text);
}
