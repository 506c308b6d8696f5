import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import type { Weight } from "#lib/distribution/entries.ts";

/** What the screen says of numbers, in the person's language. */
export function useDistributionWords() {
  const t = useTranslations("distribution");
  const format = useFormatter();
  const locale = useLocale();

  const money = (cents: number | null) => (cents === null ? "–" : shortMoney(cents, locale));

  const days = (oldest: string | null, now: Date) => {
    if (oldest === null) return "–";
    const count = Math.max(0, Math.floor((now.getTime() - Date.parse(oldest)) / 86_400_000));
    return t("days", { count });
  };

  /** "14 customers · €1.2m · 74 d", what is known of it. */
  const facts = (weight: Weight, now: Date) =>
    [
      weight.customers === 0 ? null : t("customers", { count: weight.customers }),
      weight.cents === null ? null : money(weight.cents),
      days(weight.oldest, now),
    ]
      .filter((fact) => fact !== null)
      .join(" · ");

  return { t, format, money, days, facts };
}
