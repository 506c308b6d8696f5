import { fold } from "#lib/fold.ts";

/** Names that no list of names has, and that customer bases write. */
const otherNames: Record<string, string> = {
  usa: "US",
  "united states of america": "US",
  "etats unis d amerique": "US",
  "ivory coast": "CI",
  "great britain": "GB",
  "grande bretagne": "GB",
  england: "GB",
  angleterre: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  hollande: "NL",
  "czech republic": "CZ",
  "republique tcheque": "CZ",
};

const languages = ["en", "fr", "de", "es", "it", "nl", "pt", "pl"];
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
let known: ReadonlyMap<string, string> | null = null;

/** The two letters of ISO 3166 for a country's code or its name in one of our languages; anything else as written. */
export function countryOf(written: string): string {
  const text = written.trim();
  known ??= namesOfCountries();
  return known.get(plain(text)) ?? text;
}

/** A country in a person's language; what is no code as it is. */
export function countryName(stored: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(stored)) return stored;
  return new Intl.DisplayNames(language, { type: "region" }).of(stored) ?? stored;
}

function namesOfCountries(): Map<string, string> {
  const names = new Map(Object.entries(otherNames));
  const displays = languages.map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  for (const written of letters.flatMap((first) => letters.map((second) => first + second))) {
    // A code that was replaced stands for the one of today: UK for GB.
    const code = new Intl.Locale(`und-${written}`).region ?? written;
    if (code === "ZZ" || !displays[0]?.of(code)) continue;
    names.set(written.toLowerCase(), code);
    for (const display of displays) {
      const name = plain(display.of(code) ?? "");
      if (name && !names.has(name)) names.set(name, code);
    }
  }
  return names;
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
