"use client";

import { useTranslations } from "next-intl";
import { Select } from "#components/ui/select.tsx";

/** Who stands in. On the client, so that one list of people serves the forms of all Tribes. */
export function DeputyPerson({ people }: { people: readonly { id: string; name: string }[] }) {
  const t = useTranslations("people.deputy");
  return (
    <Select
      label={t("person")}
      name="personId"
      required
      empty={t("choose")}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      data-autofocus
    />
  );
}
