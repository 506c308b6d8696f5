import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { CustomersBehind, customersIn } from "#components/insight/behind/customers.tsx";
import { Voices } from "#components/insight/behind/voices.tsx";
import { shortMoney } from "#components/insight/short-money.ts";
import { Section } from "#components/ui/section.tsx";
import { NumberLink } from "#components/ui/stat.tsx";
import type { Evidence as EvidenceView } from "#lib/initiatives/reads/insights-behind.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import type { TotalsBehind } from "#lib/insights/reads/behind.ts";

/** Who asked, in their own words, each customer once, and every customer with what they are worth. */
export function Evidence({
  evidence: { totals, voices, customers },
  initiativeId,
  mayOpen,
}: {
  evidence: EvidenceView;
  initiativeId: string;
  /** Whether insights open for this person. */
  mayOpen: boolean;
}) {
  const t = useTranslations("initiatives.evidence");
  const list = mayOpen ? `/insights?${addressOf({ state: "all", initiativeId })}` : null;
  return (
    <>
      <Section title={t("title")}>
        <Totals totals={totals} list={list} />
        <Voices voices={voices} list={list} none={t("none")} />
      </Section>
      {customers.length > 0 ? (
        <div id="customers" className="border-b border-line">
          <Section title={t("customersTitle")}>
            <CustomersBehind customers={customers} of={{ initiativeId }} mayOpen={mayOpen} />
          </Section>
        </div>
      ) : null}
    </>
  );
}

/** Each number opens what it counts, as far as that opens for this person. */
function Totals({ totals, list }: { totals: TotalsBehind; list: string | null }) {
  const t = useTranslations("initiatives.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { insights, customers, revenueCents, atStakeCents } = totals;
  const money = (cents: number | null, label: string, state: "customer" | "prospect") =>
    cents ? [{ value: shortMoney(cents, locale), label, href: customersIn(state) }] : [];
  const numbers = [
    { value: format.number(insights), label: t("insights", { count: insights }), href: list },
    {
      value: format.number(customers),
      label: t("customers", { count: customers }),
      href: "#customers",
    },
    ...money(revenueCents, t("revenue"), "customer"),
    ...money(atStakeCents, t("atStake"), "prospect"),
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 pb-3">
      {numbers.map(({ value, label, href }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-xs text-ink-muted">{label}</dt>
          <dd className="text-number">
            {href === null ? value : <NumberLink href={href}>{value}</NumberLink>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
