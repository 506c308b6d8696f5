export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}

/** Where a language is read: dates and numbers are written as there. The first holds while nobody chose. */
export const regionsOf = {
  en: ["GB", "IE", "US"],
  fr: ["FR", "BE", "CH", "LU"],
} as const;
export type Region = (typeof regionsOf)[Language][number];
export const regions: readonly Region[] = [...regionsOf.en, ...regionsOf.fr];

/** How words, dates and numbers are written. A bare language is that of a reader without a region. */
export type Locale = Language | `${Language}-${Region}`;

/** A region counts with its own language only: who reads in another is given that one's first. */
export function localeOf(language: Language, region: string | null = null): Locale {
  const known = regionsOf[language].find((one) => one === region) ?? regionsOf[language][0];
  return `${language}-${known}`;
}

export function languageOf(locale: string): Language {
  return locale.startsWith("fr") ? "fr" : "en";
}

/** The first of the browser's languages that we speak; English for everyone else. */
export function preferredLanguage(acceptLanguage: string): Language {
  const wanted = acceptLanguage.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "en";
}
