import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { customersIn } from "#components/insight/behind/customers.tsx";
import { shortMoney } from "#components/insight/short-money.ts";
import { Trend } from "#components/theme/trend.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { quarterName } from "#lib/quarter.ts";
import type { ThemeRow } from "#lib/themes/reads/themes.ts";

/** How many say it, who, what they are worth and since when. `list` is the address of its insights. */
export function ThemeFacts({
  row,
  description,
  list,
}: {
  row: ThemeRow;
  description: string;
  list: string;
}) {
  const t = useTranslations("themes.page");
  const format = useFormatter();
  const locale = useLocale();
  const { insights, customers, revenueCents, atStakeCents, trend } = row;
  return (
    <section aria-label={t("facts")} className="border-b border-line px-6 py-4 max-md:px-4">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <Stat
          value={format.number(insights)}
          label={t("insights", { count: insights })}
          href={list}
        />
        <Stat
          value={format.number(customers)}
          label={t("customersCount", { count: customers })}
          href="#customers"
        />
        {revenueCents ? (
          <Stat
            value={shortMoney(revenueCents, locale)}
            label={t("revenue")}
            href={customersIn("customer")}
          />
        ) : null}
        {atStakeCents ? (
          <Stat
            value={shortMoney(atStakeCents, locale)}
            label={t("stake")}
            href={customersIn("prospect")}
          />
        ) : null}
        <div>
          <div className="flex h-7 items-center">
            <Trend trend={trend} width={96} />
          </div>
          <p className="text-xs text-ink-muted">
            {t("trend")}, {quarterName(trend[0]?.quarter ?? "")}–
            {quarterName(trend.at(-1)?.quarter ?? "")}
          </p>
        </div>
      </div>
      {description ? (
        <p className="mt-3 max-w-prose wrap-anywhere whitespace-pre-line">{description}</p>
      ) : null}
    </section>
  );
}
