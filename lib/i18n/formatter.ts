import { createFormatter } from "use-intl/core";
import { formatters } from "#lib/i18n/formatters.ts";
import type { Locale } from "#lib/i18n/language.ts";

type Formatter = ReturnType<typeof createFormatter>;

const made = new Map<string, Formatter>();

/** Writes numbers, dates and lists as in that locale: one for all who read it. */
export function formatterOf(locale: Locale, timeZone: string): Formatter {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const formatter = createFormatter({ locale, timeZone, _formatters: formatters });
  made.set(key, formatter);
  return formatter;
}
