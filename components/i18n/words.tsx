"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import { wordsAt } from "#components/i18n/words-at.ts";
import type { Locale } from "#lib/i18n/language.ts";

export type WordsProps = {
  locale: Locale;
  /** Where the words are fetched from; the server has them. */
  address: string;
  timeZone: string;
  children: ReactNode;
};

/** Gives client components their words, which come by a file of their own and not with each page. */
export function Words({ locale, address, timeZone, children }: WordsProps) {
  const words = wordsAt(address);
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={words instanceof Promise ? use(words) : words}
      timeZone={timeZone}
    >
      {children}
    </NextIntlClientProvider>
  );
}
