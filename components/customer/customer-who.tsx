import { useLocale, useTranslations } from "next-intl";
import { useDeskWords } from "#components/insight/desk-words.ts";
import { countryName } from "#lib/customers/country.ts";
import type { CustomerView } from "#lib/customers/reads/customer.ts";

/** Who they are: what is known, and nothing of what is not. */
export function CustomerWho({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers.page");
  const desk = useDeskWords();
  const locale = useLocale();
  const { accountManager, segment, country, domains, names, lostReason } = customer;
  const facts = [
    { name: t("manager"), value: accountManager },
    { name: t("segment"), value: segment && desk.segment(segment) },
    { name: t("country"), value: country && countryName(country, locale) },
    { name: t("domains"), value: domains.join(", ") },
    { name: t("names"), value: names.join(", ") },
    { name: t("lostReason"), value: lostReason },
  ].filter(({ value }) => value);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
