import { z } from "zod";

/** YYYY-MM-DD, a day that the database and every time zone can count from: none before 1900 or after 2199. */
export const calendarDay = z.iso.date().refine((day) => day >= "1900" && day < "2200");
