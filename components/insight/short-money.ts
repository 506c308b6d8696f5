const formats = new Map<string, Intl.NumberFormat>();

/** Cents in few letters, as a list has room for: "184 k€", "€1.2m". */
export function shortMoney(cents: number, locale: string, currency = "EUR"): string {
  const units = cents / 100;
  const [divisor, mark] =
    units >= 1_000_000 ? [1_000_000, "M"] : units >= 1000 ? [1000, "k"] : [1, ""];
  const value = units / divisor;
  const digits = formatOf(locale, value < 10 && divisor > 1 ? 1 : 0).format(value);
  const sign = currency === "EUR" ? "€" : currency;
  return locale.startsWith("fr")
    ? `${digits} ${mark}${sign}`
    : `${sign}${digits}${mark.toLowerCase()}`;
}

/** Kept: to make one takes longer than all else that a list's row needs. */
function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}
