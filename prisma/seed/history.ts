import { type Call, newCall } from "#lib/operations/write.ts";
import { dayOf, type Quarter, quarterBounds, quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { sampleCompany } from "#prisma/sample/organisation.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** The company's past as the seed tells it: it ends with yesterday evening. */
export type History = {
  /** Midnight (UTC) of the day that is today. */
  today: Date;
  current: Quarter;
  /** When people and teams were entered, before the oldest quarter was planned. */
  founded: Date;
  /** Nothing happened later. */
  end: Date;
};

/** @param now any instant of the day that is today */
export function historyUntil(now: Date): History {
  const today = new Date(`${dayOf(now, sampleCompany.timeZone)}T00:00:00Z`);
  const current = quarterOf(today, sampleCompany.timeZone);
  const oldest = Date.parse(quarterBounds(shiftQuarter(current, -2)).first);
  return {
    today,
    current,
    founded: new Date(oldest - 60 * day + 8 * hour),
    end: new Date(today.getTime() - 2.5 * hour),
  };
}

/** A call at that moment, or at the end of the history when it would be later. */
export function callAt({ end }: History, moment: Date): Call {
  return newCall(new Date(Math.min(moment.getTime(), end.getTime())));
}

/** `days` before a quarter's first morning; when that is still to come, as many hours before the end. */
export function beforeQuarter({ end }: History, quarter: Quarter, days: number): Date {
  const planned = Date.parse(`${quarterBounds(quarter).first}T09:00:00Z`) - days * day;
  return new Date(Math.min(planned, end.getTime() - days * hour));
}

/** `days` after a quarter's first morning. */
export function intoQuarter(quarter: Quarter, days: number): Date {
  return new Date(Date.parse(`${quarterBounds(quarter).first}T09:00:00Z`) + days * day);
}

export type Rhythm = {
  /** 0 is Sunday. */
  weekday: number;
  everyWeeks: number;
  /** UTC. */
  hour: number;
};

/** The first meeting of that rhythm after an instant. */
export function nextSession(after: Date, { weekday, everyWeeks, hour: at }: Rhythm): Date {
  // The first day of 1970 was a Thursday.
  const first = ((weekday + 3) % 7) * day + at * hour;
  const step = everyWeeks * 7 * day;
  return new Date(first + (Math.floor((after.getTime() - first) / step) + 1) * step);
}

export function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}
