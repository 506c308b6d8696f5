"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";

export type FilterChoice = {
  name: "tribe" | "kind" | "origin" | "quarter" | "sort";
  value: string;
  options: { value: string; label: string }[];
};

/** Every choice is in the address. */
export function InitiativeFilters({
  choices,
  text,
}: {
  choices: readonly FilterChoice[];
  text: string;
}) {
  const t = useTranslations("initiatives.filter");
  const router = useRouter();
  const go = (form: HTMLFormElement) => {
    const given = [...new FormData(form).entries()].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    router.replace(`/initiatives?${new URLSearchParams(given)}`);
  };
  return (
    <form
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
      className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-2 max-md:grid max-md:grid-cols-2 max-md:px-4"
    >
      <Field
        label={t("text")}
        name="text"
        type="search"
        defaultValue={text}
        placeholder={t("textHint")}
        className="w-56 max-md:col-span-2 max-md:w-full"
      />
      {choices.map(({ name, value, options }) => (
        <Select
          key={name}
          label={t(name)}
          name={name}
          value={value}
          options={options}
          {...(name === "sort" ? {} : { empty: t("any") })}
          onChange={(event) => {
            const { form } = event.currentTarget;
            if (form) go(form);
          }}
          className="min-w-0 max-md:last:col-span-2"
        />
      ))}
    </form>
  );
}
