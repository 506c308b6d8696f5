import { useTranslations } from "next-intl";
import type { Params } from "#lib/errors.ts";
import { refusalSentence } from "#lib/i18n/refusal-sentence.ts";

/** Puts refusals into words; those of a room besides `errors` are given to the page by WithMessages. */
export function useRefusalSentence(): (refusal: { key: string; params: Params }) => string {
  const words = useTranslations();
  return (refusal) => refusalSentence(words, refusal);
}
