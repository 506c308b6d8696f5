/** The company's time zone: quarters and days are its calendar's. */
export const defaultTimeZone = process.env.TRIBUNE_TIME_ZONE ?? "Europe/Paris";

/** Now, at the edges only. Commands and rules are given it. */
export function now(): Date {
  return new Date();
}
