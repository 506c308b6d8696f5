import type { Form } from "#lib/frame/form.ts";
import { quarterName } from "#lib/quarter.ts";

/** How a person's language writes numbers and days: next-intl's formatter is such. */
export type Formats = {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  dateTime(value: Date, options?: Intl.DateTimeFormatOptions): string;
};

/** A stored value as a sentence says it; "none" where there is none. A code keeps its own spelling, for its word. */
export function valueIn(format: Formats, form: Form, stored: string | undefined): string {
  if (stored === undefined || stored === "") return "none";
  if (form === "text") return stored;
  if (form === "quarter") return quarterName(stored);
  if (form === "code") return stored.replaceAll("-", "_");
  if (form === "day") return dayIn(format, stored);
  const number = Number(stored);
  if (Number.isNaN(number)) return stored.replaceAll("-", "_");
  const { divisor, options } = numbers[form];
  return format.number(number / divisor, options);
}

/** French says "le 1er décembre", which no formatter knows. */
function dayIn(format: Formats, day: string): string {
  const written = format.dateTime(new Date(day), { dateStyle: "long", timeZone: "UTC" });
  return written.replace(/^1 (?=\p{Ll})/u, "1er ");
}

const numbers = {
  number: { divisor: 1, options: {} },
  "half-months": { divisor: 2, options: {} },
  hundredths: { divisor: 100, options: {} },
  "hundredths-percent": { divisor: 100, options: { style: "percent" } },
  bytes: {
    divisor: 1_048_576,
    options: { style: "unit", unit: "megabyte", maximumFractionDigits: 1 },
  },
} as const;
