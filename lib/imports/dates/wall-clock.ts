import { UserError } from "#lib/errors.ts";

/** Turns what a clock on the wall shows, given as if it were UTC (ms), into the instant (ms, UTC). */
export type WallClock = (wall: number) => number;

const day = 24 * 60 * 60 * 1000;

/**
 * The clock of an IANA zone. A time that a change to summer time leaps over is read as if the clock
 * had not been put forward; one that occurs twice is the first of the two.
 * The zone's offset is asked for once per day, so that 200,000 dates cost as much as their days.
 * Throws a UserError for an unknown zone.
 */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = offsetLookup(timeZone);
  const days = new Map<number, { before: number; after: number }>();
  return (wall) => {
    const date = Math.floor(wall / day);
    let offsets = days.get(date);
    if (offsets === undefined) {
      offsets = { before: offsetAt((date - 1) * day), after: offsetAt((date + 2) * day) };
      days.set(date, offsets);
    }
    const { before, after } = offsets;
    if (before === after || offsetAt(wall - before) === before) return wall - before;
    return offsetAt(wall - after) === after ? wall - after : wall - before;
  };
}

function offsetLookup(timeZone: string): (instant: number) => number {
  const format = formatOf(timeZone);
  const memory = new Map<number, number>();
  return (instant) => {
    const known = memory.get(instant);
    if (known !== undefined) return known;
    const shown = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(shown.get(type));
    const wall = Date.UTC(
      number("year"),
      number("month") - 1,
      number("day"),
      number("hour"),
      number("minute"),
      number("second"),
    );
    const offset = wall - Math.floor(instant / 1000) * 1000;
    if (memory.size < 10_000) memory.set(instant, offset);
    return offset;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("importsErrors.time-zone", { timeZone });
  }
}
