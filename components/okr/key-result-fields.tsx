import { useTranslations } from "next-intl";
import { MeasureFields } from "#components/okr/measure-fields.tsx";
import type { DraftKeyResult } from "#components/okr/objective-form-parts.ts";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { X } from "#components/ui/icons.tsx";

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
  return (
    <li className="grid grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))] items-start gap-2 border-t border-line pt-2 max-md:grid-cols-2">
      <div className="col-span-full flex items-start gap-2">
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
          className="mt-5.5 max-md:mt-5"
          icon={<X aria-hidden size={16} strokeWidth={1.5} />}
          onClick={onRemove}
        />
      </div>
      <MeasureFields draft={draft} onChange={onChange} />
    </li>
  );
}
