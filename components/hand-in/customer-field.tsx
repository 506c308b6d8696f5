"use client";

import { useTranslations } from "next-intl";
import type { useCustomers } from "#components/hand-in/use-customers.ts";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";

type Props = {
  value: string;
  onChange: (name: string) => void;
  customers: ReturnType<typeof useCustomers>;
  /** The domain of e-mail that proposed the name, if one did. */
  domain: string | null;
};

/** A customer found by typing: three letters and Enter. A name that nobody bears is taken as it stands. */
export function CustomerField({ value, onChange, customers, domain }: Props) {
  const t = useTranslations("handIn");
  const { found, isHere, isNew } = customers;
  async function takeFirst() {
    const first = await customers.choose();
    if (first) onChange(first.name);
  }
  return (
    <ComboField
      label={t("customer")}
      optional={t("optional")}
      hint={hint(t, { isNew, alike: found[0]?.name ?? null, domain, name: value.trim() })}
      name="customer"
      text={value}
      onText={(text) => {
        customers.forget();
        onChange(text);
      }}
      choices={found.map(({ id, name }) => ({ id, label: name }))}
      isSettled={isHere || value.trim() === ""}
      onTake={({ label }) => onChange(label)}
      // The form may be sent before the answer: what was chosen is waited for.
      onEarly={() => void takeFirst()}
      keepsEnter
      maxLength={200}
    />
  );
}

type Told = { isNew: boolean; alike: string | null; domain: string | null; name: string };

function hint(
  t: ReturnType<typeof useTranslations<"handIn">>,
  { isNew, alike, domain, name }: Told,
) {
  if (isNew && alike) return t("customerAlike", { name, alike });
  if (isNew) return t("customerNew", { name });
  return domain ? t("customerProposed", { domain }) : t("customerHint");
}
