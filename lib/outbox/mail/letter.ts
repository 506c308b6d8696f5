import type { Language } from "#lib/i18n/language.ts";

// A message as its reader reads it, in words, before it is written as text and as a page.

export type LetterLine = {
  title: string;
  /** Whole, with our address. */
  href: string;
  note: string;
  /** What somebody said, as they wrote it. */
  quote: string | null;
};

/** `text` stands where there is nothing to open. */
export type LetterPart = {
  title: string | null;
  lines: readonly LetterLine[];
  text: string | null;
};

export type LetterLink = { label: string; href: string };

export type Letter = {
  language: Language;
  /** Who it is from, as the reader's list shows it. */
  sender: string;
  subject: string;
  /** What a list shows behind the subject. */
  preview: string;
  day: string;
  heading: string;
  /** The button stands behind the first. */
  parts: readonly LetterPart[];
  button: LetterLink;
  /** Why one gets it. */
  foot: string;
  links: readonly LetterLink[];
};
