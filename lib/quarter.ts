// A quarter is a calendar quarter in the company's time zone, written 2026-Q4.

export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** An instant and the time zone by whose calendar it is read: the company's. */
export type Moment = { now: Date; timeZone: string };

/** The same for what takes long: the clock goes on meanwhile. */
export type Clock = { now: () => Date; timeZone: string };

export function momentOf({ now, timeZone }: Clock): Moment {
  return { now: now(), timeZone };
}

const pattern = /^(\d{4})-Q([1-4])$/;

/** A quarter that somebody can mean: none before 1900 or after 2199, so that its neighbours are quarters too. */
export function isQuarter(value: string): value is Quarter {
  return isWritten(value) && value >= "1900" && value < "2200";
}

function isWritten(value: string): value is Quarter {
  return pattern.test(value);
}

/** A stored quarter as people read it: "Q4 2026". Anything else stays as it is. */
export function quarterName(quarter: string): string {
  return quarter.replace(pattern, "Q$2 $1");
}

/** The quarter of an instant, as the calendar of `timeZone` has it. */
export function quarterOf(instant: Date, timeZone: string): Quarter {
  const [year = "", month = ""] = dayOf(instant, timeZone).split("-");
  return written(Number(year), Math.floor((Number(month) - 1) / 3));
}

/** The quarter that it is. */
export function currentQuarter({ now, timeZone }: Moment): Quarter {
  return quarterOf(now, timeZone);
}

/** `steps` quarters later, or earlier when negative. */
export function shiftQuarter(quarter: Quarter, steps: number): Quarter {
  const index = indexOf(quarter) + steps;
  return written(Math.floor(index / 4), ((index % 4) + 4) % 4);
}

/** First day, and the first day after: both as YYYY-MM-DD. */
export function quarterBounds(quarter: Quarter): { first: string; after: string } {
  return { first: firstDay(quarter), after: firstDay(shiftQuarter(quarter, 1)) };
}

/** The day an instant falls on, YYYY-MM-DD, in `timeZone`. */
export function dayOf(instant: Date, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The day that it is, YYYY-MM-DD. */
export function todayOf({ now, timeZone }: Moment): string {
  return dayOf(now, timeZone);
}

// Making one costs far more than using it.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Noon of a day, YYYY-MM-DD, by the clocks of `timeZone`: no clock is changed at noon. */
export function noonOf(day: string, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const shown = new Date(noon).toLocaleString("sv-SE", { timeZone });
  return new Date(2 * noon - Date.parse(`${shown.replace(" ", "T")}Z`));
}

/** The last four weeks of a quarter and the first two of the next: what comes is planned, what was is looked back on. */
export function isTurnOfQuarter(at: Moment): boolean {
  const { first, after } = quarterBounds(currentQuarter(at));
  const [start, today, end] = [first, todayOf(at), after].map(
    (day) => Date.parse(day) / 86_400_000,
  );
  return (today ?? 0) - (start ?? 0) < 14 || (end ?? 0) - (today ?? 0) <= 28;
}

/** Its last day is past. */
export function isOver(quarter: Quarter, at: Moment): boolean {
  return todayOf(at) >= quarterBounds(quarter).after;
}

/** How far the quarter has run on that day, 0 to 1. */
export function elapsedShare(quarter: Quarter, at: Moment): number {
  const { first, after } = quarterBounds(quarter);
  const [from, to, today] = [first, after, todayOf(at)].map((day) => Date.parse(day));
  if (from === undefined || to === undefined || today === undefined) return 0;
  return Math.min(1, Math.max(0, (today - from) / (to - from)));
}

/** The week of the quarter that a day is in, from 1 to 14. */
export function weekOf(quarter: Quarter, at: Moment): number {
  const days = (Date.parse(todayOf(at)) - Date.parse(quarterBounds(quarter).first)) / 86_400_000;
  return Math.min(14, Math.max(1, Math.floor(days / 7) + 1));
}

function indexOf(quarter: Quarter): number {
  const match = pattern.exec(quarter);
  return Number(match?.[1]) * 4 + Number(match?.[2]) - 1;
}

function written(year: number, zeroBased: number): Quarter {
  const value = `${String(year).padStart(4, "0")}-Q${zeroBased + 1}`;
  if (!isWritten(value)) throw new RangeError(`no quarter: ${value}`);
  return value;
}

function firstDay(quarter: Quarter): string {
  const index = indexOf(quarter);
  return `${Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, "0")}-01`;
}
