import { useTranslations } from "next-intl";
import { NumberField } from "#components/form/number-field.tsx";
import type { DraftKeyResult } from "#components/okr/objective-form-parts.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Direction, directions, measureNumber } from "#lib/okrs/progress.ts";

/** Direction and numbers of a key result; a yes or no has none. */
export function MeasureFields({
  draft,
  onChange,
  targetError,
  required,
}: {
  draft: DraftKeyResult;
  onChange: (change: Partial<DraftKeyResult>) => void;
  targetError?: string | undefined;
  required?: boolean;
}) {
  const t = useTranslations("okrs.form");
  return (
    <>
      <Select
        label={t("direction")}
        value={draft.direction}
        onChange={(event) => onChange({ direction: directionOf(event.target.value) })}
        options={directions.map((direction) => ({ value: direction, label: t(direction) }))}
      />
      {draft.direction === "hit" ? null : (
        <>
          <NumberField
            label={t("start")}
            rule={measureNumber}
            required={required}
            value={draft.start}
            onText={(start) => onChange({ start })}
          />
          <NumberField
            label={t("target")}
            rule={measureNumber}
            required={required}
            error={targetError}
            value={draft.target}
            onText={(target) => onChange({ target })}
          />
          <Field
            label={t("unit")}
            value={draft.unit}
            maxLength={20}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </>
      )}
    </>
  );
}

function directionOf(value: string): Direction {
  return directions.find((direction) => direction === value) ?? "more";
}
