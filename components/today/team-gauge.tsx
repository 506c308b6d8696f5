import { useTranslations } from "next-intl";
import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { NumberLink } from "#components/ui/stat.tsx";
import type { Quarter } from "#lib/quarter.ts";
import { quarterName } from "#lib/quarter.ts";
import type { TodayGauge } from "#lib/today/gauge.ts";

/** The tech share of where the person works, this quarter. */
export function TeamGauge({ gauge, quarter }: { gauge: TodayGauge; quarter: Quarter }) {
  const t = useTranslations("today.gauge");
  const { name, href, ...share } = gauge;
  const where = name ?? t("company");
  return (
    <section className="border-b border-line px-6 py-4 max-md:px-4">
      <h2 className="text-base font-semibold">
        {t("title", { where, quarter: quarterName(quarter) })}
      </h2>
      <BandGauge size="lg" name={where} {...share} />
      <p className="mt-2 text-xs">
        <NumberLink href={href}>{t("open")}</NumberLink>
      </p>
    </section>
  );
}
