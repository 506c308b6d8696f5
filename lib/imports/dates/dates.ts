import { monthOf } from "#lib/months.ts";
import { plainDate } from "./date-words.ts";
import type { WallClock } from "./wall-clock.ts";

/** Whether the day or the month stands first in `04/05/2025`. */
export type DateOrder = "dmy" | "mdy";

/** `either`: both orders make a date and not the same one, so that the column must decide. */
export type DateEvidence = "fixed" | DateOrder | "either" | "unreadable";

type Parts = {
  first: number;
  second: number;
  year: number;
  order: DateOrder | "named" | "ymd" | null;
  time: number;
  /** Milliseconds ahead of UTC when the value itself says so. */
  offset: number | null;
};

const day = 24 * 60 * 60 * 1000;
// Day, month (a number, or a name with or without its dot) and year in this order or year first;
// then perhaps a time, with seconds, milliseconds, AM or PM, and an offset.
const pattern =
  /^(\d{1,4}|\p{L}{3,12}\.?)[-/. ]{1,2}(\d{1,2}|\p{L}{3,12}\.?)(?:[-/. ]|, ?)(\d{1,4})(?:(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\.?)?(?:\s*(Z|[+-]\d{2}:?\d{2}))?)?$/iu;

/** Seconds, milliseconds or microseconds since 1970, of this century: ten, thirteen or sixteen figures. */
const epoch = /^([1-3]\d{9})(?:(\d{3})(?:\d{3})?)?(?:\.(\d{1,9}))?$/;

export function isEpoch(value: string): boolean {
  return epoch.test(value.trim());
}

function readEpoch(value: string): Date | null {
  const [, seconds, milliseconds = "0", fraction = "0"] = epoch.exec(value) ?? [];
  if (seconds === undefined) return null;
  const part = value.length > 12 && !value.startsWith(`${seconds}.`) ? 0 : Number(`0.${fraction}`);
  return new Date(Number(seconds) * 1000 + Number(milliseconds) + Math.trunc(part * 1000));
}

/** What a value says of the order of its column. Forms: the table in the docs on imports. */
export function dateEvidence(value: string): DateEvidence {
  if (isEpoch(value)) return "fixed";
  const parts = readParts(value.trim());
  if (parts === null) return "unreadable";
  if (parts.order !== null) return isDate(parts, "dmy") ? "fixed" : "unreadable";
  const dmy = isDate(parts, "dmy");
  const mdy = isDate(parts, "mdy");
  if (dmy && mdy) return parts.first === parts.second ? "fixed" : "either";
  if (dmy) return "dmy";
  return mdy ? "mdy" : "unreadable";
}

/**
 * The instant a value names, on the clock of the given zone unless it has an offset of its own.
 * Null for what is no date, or none in this order.
 */
export function parseDate(value: string, order: DateOrder, clock: WallClock): Date | null {
  const instant = readEpoch(value.trim());
  if (instant !== null) return instant;
  const parts = readParts(value.trim());
  if (parts === null) return null;
  const start = startOfDay(parts, order);
  if (start === null) return null;
  const wall = start + parts.time;
  return new Date(parts.offset === null ? clock(wall) : wall - parts.offset);
}

function isDate(parts: Parts, order: DateOrder): boolean {
  return startOfDay(parts, order) !== null;
}

function startOfDay(parts: Parts, order: DateOrder): number | null {
  const monthFirst = parts.order === null && order === "mdy";
  const month = monthFirst ? parts.first : parts.second;
  const dayOfMonth = monthFirst ? parts.second : parts.first;
  const start = Date.UTC(parts.year, month - 1, dayOfMonth);
  if (month < 1 || month > 12 || dayOfMonth < 1) return null;
  return dayOfMonth <= 28 || new Date(start).getUTCDate() === dayOfMonth ? start : null;
}

function readParts(value: string): Parts | null {
  const read = readAsItIs(value);
  if (read !== null) return read;
  const plain = plainDate(value);
  return plain === null ? null : readAsItIs(plain);
}

function readAsItIs(value: string): Parts | null {
  const match = pattern.exec(value);
  if (match === null) return null;
  const [, a = "", b = "", c = "", hour, minute, second, fraction, half, zone] = match;
  const date = readDay(a, b, c);
  const time = readTime(hour, minute, second, fraction, half);
  if (date === null || time === null) return null;
  return { ...date, time, offset: zone === undefined ? null : readOffset(zone) };
}

function readDay(a: string, b: string, c: string): Omit<Parts, "time" | "offset"> | null {
  if (a.length === 4 && isNumber(a)) {
    const month = isNumber(b) ? Number(b) : monthOf(b);
    if (month === null || c.length > 2) return null;
    return { first: Number(c), second: month, year: Number(a), order: "ymd" };
  }
  if (c.length !== 2 && c.length !== 4) return null;
  const year = c.length === 4 ? Number(c) : century(Number(c));
  if (isNumber(a) && isNumber(b)) {
    return { first: Number(a), second: Number(b), year, order: null };
  }
  const month = monthOf(isNumber(a) ? b : a);
  const dayOfMonth = isNumber(a) ? Number(a) : Number(b);
  if (month === null || Number.isNaN(dayOfMonth)) return null;
  return { first: dayOfMonth, second: month, year, order: "named" };
}

function readTime(
  hour: string | undefined,
  minute = "0",
  second = "0",
  fraction = "0",
  half: string | undefined,
): number | null {
  if (hour === undefined) return 0;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-6);
  const time = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  return time < day ? time : null;
}

function readOffset(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** Jira writes years with two figures; it did not exist before 2002. */
function century(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function isNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
