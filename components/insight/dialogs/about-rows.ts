import { useTranslations } from "next-intl";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** "INS-2417 Rapport perdu", or "3 insights". */
export function useAboutRows(rows: readonly InsightRow[]): string {
  const t = useTranslations("insights.dialog");
  const [row] = rows;
  const insight = row ? [insightKey(row.number), row.title].filter(Boolean).join(" ") : "";
  return t("about", { count: rows.length, insight });
}
