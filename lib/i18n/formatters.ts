/**
 * Intl's formatters, each made once in a process: to make one takes as long as to write a hundred numbers. All that is
 * shown goes through these, so that a key is a few short words and not a text in JSON.
 */
export const formatters = {
  getNumberFormat: once(Intl.NumberFormat),
  getDateTimeFormat: once(Intl.DateTimeFormat),
  getPluralRules: once(Intl.PluralRules),
  getRelativeTimeFormat: once(Intl.RelativeTimeFormat),
  getListFormat: once(Intl.ListFormat),
  getDisplayNames: once(Intl.DisplayNames),
};

/** Next-intl asks by whatever Intl takes; ours are one language's each. */
type Locales = Intl.LocalesArgument;

function once<Given extends readonly object[], Made>(
  Format: new (locale: string, ...given: Given) => Made,
) {
  const made = new Map<string, Made>();
  return (locales?: Locales, ...given: Given): Made => {
    const locale = String(locales);
    const key = locale + keyOf(given[0]);
    const known = made.get(key);
    if (known) return known;
    const one = new Format(locale, ...given);
    made.set(key, one);
    return one;
  };
}

function keyOf(options: object | undefined): string {
  let key = "";
  for (const [name, value] of Object.entries(options ?? {})) key += `|${name}:${value}`;
  return key;
}
