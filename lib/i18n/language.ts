export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}

/** The first of the browser's languages that we speak; English for everyone else. */
export function preferredLanguage(acceptLanguage: string): Language {
  const wanted = acceptLanguage.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "en";
}
