import { useLocale, useTranslations } from "next-intl";
import { shortMoney } from "#components/insight/short-money.ts";
import { NumberLink } from "#components/ui/stat.tsx";
import { addressOf } from "#lib/insights/list/address.ts";
import type { ThemeCustomer } from "#lib/themes/reads/theme.ts";

const AT_FIRST = 10;

/** Who asked, what they are worth, and how often they said it. */
export function ThemeCustomers({
  themeId,
  customers,
}: {
  themeId: string;
  customers: readonly ThemeCustomer[];
}) {
  const t = useTranslations("themes.page");
  const locale = useLocale();
  if (customers.length === 0) return <p className="text-ink-muted">{t("noCustomers")}</p>;
  const worth = ({ revenueCents, atStakeCents }: ThemeCustomer) => {
    if (revenueCents) return t("perYear", { money: shortMoney(revenueCents, locale) });
    return atStakeCents ? t("atStake", { money: shortMoney(atStakeCents, locale) }) : "";
  };
  const line = (customer: ThemeCustomer) => (
    <li key={customer.id} className="flex flex-wrap items-baseline gap-x-2 py-1">
      <span className="font-medium wrap-anywhere">{customer.name}</span>
      {customer.state === "customer" ? null : (
        <span className="text-xs text-ink-muted">{t(customer.state)}</span>
      )}
      <span className="ml-auto text-xs whitespace-nowrap text-ink-muted">{worth(customer)}</span>
      <span className="min-w-12 text-right text-xs whitespace-nowrap">
        <NumberLink
          href={`/insights?${addressOf({ state: "all", themeId, organisationId: customer.id })}`}
        >
          {t("times", { count: customer.insights })}
        </NumberLink>
      </span>
    </li>
  );
  const rest = customers.slice(AT_FIRST);
  return (
    <>
      <ul>{customers.slice(0, AT_FIRST).map(line)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary className="w-fit text-ink-muted">{t("rest", { count: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      ) : null}
    </>
  );
}
