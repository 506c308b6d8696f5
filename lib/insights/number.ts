import { keyNumber } from "#lib/key-number.ts";

// People name an insight INS-2417; the desk's keys look alike (SUP-18233).

const written = /^ins-?(\d{1,9})$/i;
const deskKey = /^[a-z][a-z0-9_]*-\d+$/i;

export function insightKey(number: number): string {
  return `INS-${number}`;
}

/** The number in "INS-2417", "ins2417" or "2417"; null for anything else. */
export function numberOf(text: string): number | null {
  return keyNumber("INS", text);
}

export type SoughtKey = { number: number | null; deskKey: string | null; isOurs: boolean };

/** What a search box holds when somebody looks for one thing by its name; null for any other words. */
export function soughtKey(text: string): SoughtKey | null {
  const trimmed = text.trim();
  const number = numberOf(trimmed);
  const isKey = deskKey.test(trimmed);
  if (number === null && !isKey) return null;
  return { number, deskKey: isKey ? trimmed.toUpperCase() : null, isOurs: written.test(trimmed) };
}

/** What is meant by what was pasted: of an address the key at its end, INS-2417 or a desk's; anything else as it is. */
export function pastedKey(text: string): string {
  const trimmed = text.trim();
  if (!/^(https?:\/)?\/\S+$/i.test(trimmed)) return text;
  const [path = ""] = trimmed.split(/[?#]/);
  const open = /[?&]open=([^&#]+)/.exec(trimmed)?.[1];
  const keys = [open, ...path.split("/").reverse()];
  return keys.find((part) => part !== undefined && deskKey.test(part)) ?? text;
}
