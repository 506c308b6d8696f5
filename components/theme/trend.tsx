import { useTranslations } from "next-intl";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { quarterName } from "#lib/quarter.ts";
import type { ThemeRow } from "#lib/themes/reads/themes.ts";

/** How often it was said, quarter by quarter; in words for those who don't see the line. */
export function Trend({ trend, width }: { trend: ThemeRow["trend"]; width?: number }) {
  const t = useTranslations("themes");
  const counts = trend
    .map(({ quarter, count }) => t("trendPart", { quarter: quarterName(quarter), count }))
    .join(", ");
  return (
    <Sparkline
      values={trend.map(({ count }) => count)}
      label={t("trend", { counts })}
      {...(width ? { width } : {})}
    />
  );
}
