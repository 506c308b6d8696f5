"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import type { Subject } from "#lib/roadmap/board.ts";

/** What the roadmap says of cards and amounts, in the person's language. */
export function useRoadmapWords() {
  const t = useTranslations("roadmap");
  const format = useFormatter();
  const { personMonths } = useGaugeWords();

  /** Half person-months as a bare number: "2.5". */
  const months = (halfMonths: number) =>
    format.number(halfMonths / 2, { maximumFractionDigits: 1 });

  const score = (value: number | null) => (value === null ? "–" : format.number(value));

  /** A card's name for those who don't see it. */
  const cardName = (card: Subject, halfMonths: number | null) =>
    t("card.name", {
      title: card.title,
      kind: card.kind,
      topDown: card.origin === "top-down" ? "yes" : "no",
      effort: halfMonths === null ? "none" : personMonths(halfMonths),
      score: card.score === null ? "none" : format.number(card.score),
    });

  return { t, format, months, personMonths, score, cardName };
}
