import { useLocale, useTimeZone } from "next-intl";
import { formatterOf } from "#lib/i18n/formatter.ts";

/** Writes numbers and dates as the reader does. Next-intl's own makes one for each component. */
export function useFormatter() {
  return formatterOf(useLocale(), useTimeZone() ?? "UTC");
}
