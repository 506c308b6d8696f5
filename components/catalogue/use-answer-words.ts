import { useTranslations } from "next-intl";
import type { EntryAnswer } from "#lib/catalogue/answers.ts";
import { quarterName } from "#lib/quarter.ts";

/** "Yes, since Q2 2026", "Planned for Q1 2027, not promised". */
export function useAnswerWords() {
  const t = useTranslations("catalogue.answer");
  return ({ answer, quarter }: { answer: EntryAnswer; quarter: string | null }) =>
    t(answer, { quarter: quarter === null ? "none" : quarterName(quarter) });
}
