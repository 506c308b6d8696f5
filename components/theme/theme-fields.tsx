import { useTranslations } from "next-intl";
import { placeOptions, placeValue } from "#components/theme/place-options.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";

export type ThemeFieldsGiven = {
  title: string;
  description: string;
  tribeId: string;
  teamId: string | null;
};

export function ThemeFields({
  given,
  tribes,
}: {
  given: ThemeFieldsGiven;
  tribes: readonly TribeChoice[];
}) {
  const t = useTranslations("themes.field");
  return (
    <>
      <Field
        label={t("title")}
        hint={t("titleHint")}
        name="title"
        required
        maxLength={300}
        defaultValue={given.title}
        data-autofocus
      />
      <TextArea
        label={t("description")}
        name="description"
        maxLength={20_000}
        defaultValue={given.description}
      />
      <Select
        label={t("place")}
        name="place"
        required
        defaultValue={placeValue(given)}
        options={placeOptions(tribes)}
      />
    </>
  );
}
