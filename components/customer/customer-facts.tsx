import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import { Stat } from "#components/ui/stat.tsx";
import type { CustomerView } from "#lib/customers/reads/customer.ts";
import type { RequestCount } from "#lib/insights/reads/of-customer.ts";

/** What they are worth, and how much of what they asked has its answer. */
export function CustomerFacts({
  customer: { revenueCents, atStakeCents },
  counts,
  here,
}: {
  customer: CustomerView;
  counts: readonly RequestCount[];
  /** The page's own address. */
  here: string;
}) {
  const t = useTranslations("customers.page");
  const format = useFormatter();
  const locale = useLocale();
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const open = counts.find(({ outcome }) => outcome === "open")?.count ?? 0;
  return (
    <section
      aria-label={t("facts")}
      className="flex flex-wrap gap-x-9 gap-y-3 border-b border-line px-6 py-3 max-md:px-4"
    >
      {revenueCents ? (
        <Stat value={shortMoney(revenueCents, locale)} label={t("revenue")} href={null} />
      ) : null}
      {atStakeCents ? (
        <Stat value={shortMoney(atStakeCents, locale)} label={t("atStake")} href={null} />
      ) : null}
      <Stat
        value={format.number(all)}
        label={t("requests", { count: all })}
        href={`${here}?show=all`}
      />
      <Stat
        value={format.number(all - open)}
        label={t("answered", { count: all - open })}
        href={`${here}?show=answered`}
      />
      <Stat
        value={format.number(open)}
        label={t("open", { count: open })}
        href={`${here}?show=open`}
      />
    </section>
  );
}
