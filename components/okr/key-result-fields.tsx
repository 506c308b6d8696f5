import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DraftKeyResult } from "#components/okr/objective-form-parts.ts";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Direction, directions } from "#lib/okrs/progress.ts";

/** One key result of the form: words, direction, numbers. */
export function KeyResultFields({
  draft,
  number,
  onChange,
  onRemove,
}: {
  draft: DraftKeyResult;
  number: number;
  onChange: (change: Partial<DraftKeyResult>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("okrs.form");
  const isHit = draft.direction === "hit";
  return (
    <li className="grid grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))] items-end gap-2 border-t border-line pt-2 max-md:grid-cols-2">
      <div className="col-span-full flex items-end gap-2">
        <Field
          label={t("keyResult", { number })}
          hint={number === 1 ? t("keyResultHint") : undefined}
          className="flex-1"
          value={draft.title}
          maxLength={300}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <IconButton
          label={t("remove", { number })}
          icon={<X aria-hidden size={16} strokeWidth={1.5} />}
          onClick={onRemove}
        />
      </div>
      <Select
        label={t("direction")}
        value={draft.direction}
        onChange={(event) => onChange({ direction: directionOf(event.target.value) })}
        options={directions.map((direction) => ({ value: direction, label: t(direction) }))}
      />
      {isHit ? null : (
        <>
          <Field
            label={t("start")}
            type="number"
            step="any"
            value={draft.start}
            onChange={(event) => onChange({ start: event.target.value })}
          />
          <Field
            label={t("target")}
            type="number"
            step="any"
            value={draft.target}
            onChange={(event) => onChange({ target: event.target.value })}
          />
          <Field
            label={t("unit")}
            value={draft.unit}
            maxLength={20}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </>
      )}
    </li>
  );
}

function directionOf(value: string): Direction {
  return directions.find((direction) => direction === value) ?? "more";
}
