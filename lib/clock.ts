import { env } from "#lib/env.ts";
import type { Moment } from "#lib/quarter.ts";

/** The company's time zone: quarters and days are its calendar's. At the edges only; commands and rules are given it. */
export function companyTimeZone(): string {
  return env().TRIBUNE_TIME_ZONE;
}

/** Now, at the edges only. Commands and rules are given it. */
export function now(): Date {
  return new Date();
}

/** Now, by the company's calendar. */
export function moment(): Moment {
  return momentAt(now());
}

/** An instant by the company's calendar, for what has a clock of its own: jobs, the seed, what nobody retries. */
export function momentAt(instant: Date): Moment {
  return { now: instant, timeZone: companyTimeZone() };
}
