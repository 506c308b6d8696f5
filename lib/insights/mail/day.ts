import { monthOf } from "#lib/months.ts";

const word = String.raw`([\p{L}]{3,12})\.?`;
const dayFirst = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|\.|º)?,?[ -](?:de |of )?${word},?[ -](?:de |del )?(\d{4})`,
  "iu",
);
const monthFirst = new RegExp(String.raw`${word} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`, "iu");

/**
 * The day a mail says that it was sent, YYYY-MM-DD; null when it is not said, or when 3/4/2026 may be in April as well
 * as in March.
 */
export function mailDay(written: string): string | null {
  const text = written.slice(0, 300).replace(/\s+/g, " ");
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return dayFrom(iso[1], Number(iso[2]), iso[3]);
  const named = dayFirst.exec(text);
  if (named) return dayFrom(named[3], monthOf(named[2] ?? ""), named[1]);
  const american = monthFirst.exec(text);
  if (american) return dayFrom(american[3], monthOf(american[1] ?? ""), american[2]);
  return fromNumbers(text);
}

function fromNumbers(text: string): string | null {
  const found = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const isAmerican = /\d\s?[ap]\.?m\b/i.test(text);
  if (found[2] === "." || first > 12 || first === second)
    return dayFrom(found[4], second, found[1]);
  return second > 12 || isAmerican ? dayFrom(found[4], first, found[3]) : null;
}

function dayFrom(year = "", month: number | null = null, day = ""): string | null {
  if (month === null) return null;
  const written = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
  return isReal && written >= "1990" && written < "2100" ? written : null;
}
