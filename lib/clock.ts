import { env } from "#lib/env.ts";

/** The company's time zone: quarters and days are its calendar's. At the edges only; commands and rules are given it. */
export function companyTimeZone(): string {
  return env().TRIBUNE_TIME_ZONE;
}

export const defaultTimeZone = companyTimeZone();

/** Now, at the edges only. Commands and rules are given it. */
export function now(): Date {
  return new Date();
}
