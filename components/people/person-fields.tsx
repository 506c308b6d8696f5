import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { PersonFile, PlaceChoices } from "#lib/people/reads/people.ts";

/** Name, address, language and place in the company; for a new person when none is given. */
export function PersonFields({
  choices,
  person,
  language = "fr",
}: {
  choices: PlaceChoices;
  person?: PersonFile;
  /** A new person's, until another is chosen. */
  language?: string;
}) {
  const t = useTranslations("settings.people");
  const options = (list: { id: string; name: string }[]) =>
    list.filter(({ id }) => id !== person?.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field
        label={t("name")}
        name="name"
        required
        maxLength={200}
        defaultValue={person?.name}
        data-autofocus
      />
      <Field
        label={t("email")}
        name="email"
        type="email"
        required
        maxLength={320}
        defaultValue={person?.email}
      />
      <Select
        label={t("language")}
        name="language"
        defaultValue={person?.language ?? language}
        options={[
          { value: "fr", label: "Français" },
          { value: "en", label: "English" },
        ]}
      />
      <Select
        label={t("department")}
        name="departmentId"
        empty={t("none")}
        defaultValue={person?.departmentId ?? ""}
        options={options(choices.departments)}
      />
      <Select
        label={t("manager")}
        name="managerId"
        empty={t("none")}
        defaultValue={person?.managerId ?? ""}
        options={options(choices.people)}
      />
    </>
  );
}
