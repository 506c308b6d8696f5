import { useTranslations } from "next-intl";
import { segmentOf, severityOf } from "#lib/insights/desk-words.ts";

type Words = ReturnType<typeof useTranslations<"insights.desk">>;

/** A desk's or a file's own word in the person's language; a word that is not known stays as it is. */
export function deskWords(t: Words) {
  return {
    severity: (raw: string): string => {
      const code = severityOf(raw);
      return code ? t(`severity.${code}`) : raw;
    },
    segment: (raw: string): string => {
      const code = segmentOf(raw);
      return code ? t(`segment.${code}`) : raw;
    },
  };
}

export const useDeskWords = () => deskWords(useTranslations("insights.desk"));
