"use client";

import { useTranslations } from "next-intl";
import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { Subject } from "#lib/roadmap/board.ts";
import type { CardEpic } from "#lib/roadmap/views.ts";

/** What the roadmap says of cards and amounts, in the person's language. */
export function useRoadmapWords() {
  const t = useTranslations("roadmap");
  const format = useFormatter();
  const { personMonths } = useGaugeWords();

  /** Half person-months as a bare number: "2.5". */
  const months = (halfMonths: number) =>
    format.number(halfMonths / 2, { maximumFractionDigits: 1 });

  const score = (value: number | null) => (value === null ? "–" : format.number(value));

  const day = (written: string | null) =>
    written
      ? format.dateTime(new Date(`${written}T12:00:00Z`), {
          ...{ day: "numeric", month: "short", timeZone: "UTC" },
        })
      : "none";

  /** How a card's epic stands: shortly as on its face, and in words. */
  const epicMark = ({ key, done, total }: CardEpic) => t("card.epicMark", { key, done, total });
  const epicWords = ({ startsOn, dueOn, status, ...epic }: CardEpic) =>
    t("card.epic", { ...epic, status: status ?? "none", starts: day(startsOn), due: day(dueOn) });

  /** A card's name for those who don't see it. */
  const cardName = (card: Subject, halfMonths: number | null) =>
    [nameOf(card, halfMonths), card.epic ? epicWords(card.epic) : null].filter(Boolean).join(", ");

  const nameOf = (card: Subject, halfMonths: number | null) =>
    t("card.name", {
      title: card.title,
      kind: card.kind,
      topDown: card.origin === "top-down" ? "yes" : "no",
      effort: halfMonths === null ? "none" : personMonths(halfMonths),
      score: card.score === null ? "none" : format.number(card.score),
    });

  return { t, format, months, personMonths, score, cardName, epicMark, epicWords };
}
