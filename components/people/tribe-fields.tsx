import { useTranslations } from "next-intl";
import { NumberField } from "#components/form/number-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { percentNumber } from "#lib/tribes/percent.ts";

type Shown = { code: string; name: string; mission: string; bandLow: number; bandHigh: number };

/** The fields of a Tribe, for a new one when none is given. */
export function TribeFields({ tribe }: { tribe?: Shown }) {
  const t = useTranslations("people.form");
  return (
    <>
      <Field
        label={t("name")}
        name="name"
        required
        maxLength={120}
        defaultValue={tribe?.name}
        data-autofocus
      />
      <Field
        label={t("code")}
        hint={t("codeHint")}
        name="code"
        required
        minLength={3}
        maxLength={3}
        defaultValue={tribe?.code}
      />
      <TextArea
        label={t("mission")}
        name="mission"
        rows={2}
        maxLength={1000}
        defaultValue={tribe?.mission}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField
          label={t("bandLow")}
          name="bandLow"
          rule={percentNumber}
          required
          defaultValue={tribe?.bandLow ?? 20}
        />
        <NumberField
          label={t("bandHigh")}
          name="bandHigh"
          rule={percentNumber}
          required
          defaultValue={tribe?.bandHigh ?? 50}
        />
      </div>
    </>
  );
}
