import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { placeOf } from "#components/insight/tribes.ts";
import { insightKey } from "#lib/insights/number.ts";
import { type Standing, standingOf } from "#lib/insights/standing.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";

/**
 * Where an insight stands, in a few words; of what was merged also what the one that stands was answered, which is the
 * answer to both. `mergedInto` is a number. Whoever asked hears whether it is studied, not how it is shared out.
 */
export function useStandingWords(
  tribes: readonly TribeChoice[],
  today: string,
  forWhom: "sorter" | "asker" = "sorter",
) {
  const t = useTranslations("insights");
  const format = useFormatter();
  return (row: InsightRow, mergedInto: number | null): string => {
    const { tribe, team } = placeOf(tribes, row.tribeId, row.teamId);
    const standing = standingOf({ ...row, mergedIntoId: mergedInto ? row.id : null }, today);
    const day = row.snoozedUntil
      ? format.dateTime(new Date(`${row.snoozedUntil}T12:00:00Z`), {
          day: "numeric",
          month: "long",
          timeZone: "UTC",
        })
      : "";
    const given = {
      day,
      tribe: tribe?.name ?? "",
      team: team?.name ?? "",
      quarter: quarterName(row.quarter ?? ""),
      answer: row.answer ? t(`answers.${row.answer}`) : "",
      insight: mergedInto ? insightKey(mergedInto) : "",
    };
    const own = forWhom === "asker" && isForAsker(standing);
    const words = own ? t(`asked.${standing}`, given) : t(`standing.${standing}`, given);
    return standing === "merged" && row.answer
      ? `${words} · ${t("standing.answered", given)}`
      : words;
  };
}

const isForAsker = (standing: Standing): standing is Exclude<Standing, "answered" | "merged"> =>
  standing !== "answered" && standing !== "merged";
