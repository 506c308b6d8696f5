"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { entryAnswers } from "#lib/catalogue/answers.ts";
import type { EntryFilters as Filters } from "#lib/catalogue/schema.ts";

/** Every choice is in the address. */
export function EntryFilters({
  filters,
  teams,
  mayEdit,
}: {
  filters: Filters;
  teams: readonly SelectOption[];
  mayEdit: boolean;
}) {
  const t = useTranslations("catalogue");
  const router = useRouter();
  const go = (form: HTMLFormElement) => {
    const given = [...new FormData(form).entries()].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    router.replace(given.length > 0 ? `/catalogue?${new URLSearchParams(given)}` : "/catalogue");
  };
  const choices = [
    {
      name: "answer" as const,
      options: entryAnswers.map((value) => ({ value, label: t(`choice.${value}`) })),
    },
    { name: "team" as const, options: teams },
    ...(mayEdit
      ? [
          {
            name: "only" as const,
            options: (["drafts", "old"] as const).map((value) => ({
              value,
              label: t(`filter.${value}`),
            })),
          },
        ]
      : []),
  ];
  return (
    <form
      aria-label={t("filter.label")}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
      className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-2 max-md:grid max-md:grid-cols-2 max-md:px-4"
    >
      <Field
        label={t("filter.text")}
        name="q"
        type="search"
        defaultValue={filters.q ?? ""}
        className="w-56 max-md:col-span-2 max-md:w-full"
      />
      {choices.map(({ name, options }) => (
        <Select
          key={name}
          label={t(`filter.${name}`)}
          name={name}
          value={filters[name] ?? ""}
          empty={t("filter.all")}
          options={options}
          onChange={(event) => {
            const { form } = event.currentTarget;
            if (form) go(form);
          }}
          className="min-w-36 max-md:min-w-0 max-md:last:col-span-2"
        />
      ))}
    </form>
  );
}
