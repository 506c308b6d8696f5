import { z } from "zod";

/** YYYY-MM-DD, a day that the database and every time zone can count from: none before 1900 or after 2199. */
export const calendarDay = z.iso.date().refine((day) => day >= "1900" && day < "2200");

/** How many days lie between two, both YYYY-MM-DD; below 0 where `to` comes first. */
export function wholeDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
