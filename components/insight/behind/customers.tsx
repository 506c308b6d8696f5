import { useLocale, useTranslations } from "next-intl";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { shortMoney } from "#components/insight/short-money.ts";
import { NumberLink } from "#components/ui/stat.tsx";
import { organisationStates } from "#lib/customers/schema.ts";
import { addressOf, type ListFilter } from "#lib/insights/list/address.ts";
import type { CustomerBehind } from "#lib/insights/reads/behind.ts";

const AT_FIRST = 10;

/** The address, on the page that shows them, of the customers in this state: what a sum of money opens. */
export const customersIn = (state: CustomerBehind["state"]) => `#customers-${state}`;

/** Who asked, what they are worth, and how often they said it: all of them, so that every sum opens what it sums. */
export function CustomersBehind({
  customers,
  of,
  mayOpen,
}: {
  customers: readonly CustomerBehind[];
  /** What they asked for, as the list of insights is narrowed to it. */
  of: Partial<ListFilter>;
  /** Whether insights open for this person. */
  mayOpen: boolean;
}) {
  const t = useTranslations("insights.behind");
  if (customers.length === 0) return <p className="text-ink-muted">{t("noCustomers")}</p>;
  const groups = organisationStates
    .map((state) => ({ state, rows: customers.filter((one) => one.state === state) }))
    .filter(({ rows }) => rows.length > 0);
  return groups.map(({ state, rows }) => (
    <div key={state} id={`customers-${state}`} className="not-first:mt-3">
      <h3 className="flex gap-2 text-xs text-ink-muted">
        <span>{t(`in.${state}`, { count: rows.length })}</span>
        <Sum state={state} rows={rows} />
      </h3>
      <CustomerList rows={rows.slice(0, AT_FIRST)} of={of} mayOpen={mayOpen} />
      {rows.length > AT_FIRST ? (
        <details>
          <summary className="w-fit text-ink-muted">
            {t("rest", { count: rows.length - AT_FIRST })}
          </summary>
          <CustomerList rows={rows.slice(AT_FIRST)} of={of} mayOpen={mayOpen} />
        </details>
      ) : null}
    </div>
  ));
}

/** What the page says they are worth in all: revenue of customers, the amount at stake with prospects. */
function Sum({ state, rows }: { state: CustomerBehind["state"]; rows: readonly CustomerBehind[] }) {
  const t = useTranslations("insights.behind");
  const locale = useLocale();
  const sum = (cents: (one: CustomerBehind) => number | null) =>
    rows.reduce((total, one) => total + (cents(one) ?? 0), 0);
  const cents = {
    customer: sum((one) => one.revenueCents),
    prospect: sum((one) => one.atStakeCents),
    lost: 0,
  }[state];
  if (cents === 0) return null;
  const words = state === "customer" ? "perYear" : "atStake";
  return <span className="ml-auto">{t(words, { money: shortMoney(cents, locale) })}</span>;
}

function CustomerList({
  rows,
  of,
  mayOpen,
}: {
  rows: readonly CustomerBehind[];
  of: Partial<ListFilter>;
  mayOpen: boolean;
}) {
  const t = useTranslations("insights.behind");
  const locale = useLocale();
  const worth = ({ state, revenueCents, atStakeCents }: CustomerBehind) => {
    const cents = state === "prospect" ? atStakeCents : (revenueCents ?? atStakeCents);
    return cents ? shortMoney(cents, locale) : "";
  };
  const times = ({ id, insights }: CustomerBehind) => {
    const words = t("times", { count: insights });
    const address = addressOf({ ...of, state: "all", organisationId: id });
    return mayOpen ? <NumberLink href={`/insights?${address}`}>{words}</NumberLink> : words;
  };
  return (
    <ul>
      {rows.map((customer) => (
        <li key={customer.id} className="flex flex-wrap items-baseline gap-x-2 py-1">
          <CustomerName id={customer.id} name={customer.name} className="font-medium" />
          <span className="ml-auto text-xs whitespace-nowrap text-ink-muted">
            {worth(customer)}
          </span>
          <span className="min-w-12 text-right text-xs whitespace-nowrap">{times(customer)}</span>
        </li>
      ))}
    </ul>
  );
}
