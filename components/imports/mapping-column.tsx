import { useFormatter, useTranslations } from "next-intl";
import { Select } from "#components/ui/select.tsx";
import { type DateOrder, parseDate } from "#lib/imports/csv/dates.ts";
import { type ColumnMeaning, isDateMeaning, meanings } from "#lib/imports/csv/meanings.ts";
import type { MappingQuestion } from "#lib/imports/question.ts";

/** One column: its name, some of its values, what it means, and the order of its dates where they leave it open. */
export function MappingColumn({
  column,
  meaning,
  order,
  onMeaning,
  onOrder,
}: {
  column: MappingQuestion["columns"][number];
  meaning: ColumnMeaning;
  order: DateOrder | undefined;
  onMeaning: (meaning: ColumnMeaning) => void;
  onOrder: (order: DateOrder) => void;
}) {
  const t = useTranslations("imports.mapping");
  const format = useFormatter();
  const { header, samples, date } = column;
  const name = header || t("unnamed");
  const reading = (said: DateOrder) => {
    const read = parseDate(date?.example ?? "", said, (wall) => wall);
    return read
      ? format.dateTime(read, { dateStyle: "long", timeZone: "UTC" })
      : t(said === "dmy" ? "day" : "month");
  };
  const isQuiet = meaning === "keep" || meaning === "omit";
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 md:grid-cols-[minmax(8rem,1fr)_minmax(0,2fr)_15rem]">
      <span
        className={isQuiet ? "pt-1 wrap-anywhere text-ink-muted" : "pt-1 font-medium wrap-anywhere"}
      >
        {name}
      </span>
      <span className="grid gap-0.5 pt-1 text-xs text-ink-muted">
        {samples.length === 0 ? <span className="text-ink-faint">{t("empty")}</span> : null}
        {samples.map((sample) => (
          <span key={sample} className="line-clamp-2 wrap-anywhere">
            {sample}
          </span>
        ))}
      </span>
      <span className="grid gap-1.5">
        <Select
          label={t("meaningOf", { column: name })}
          hideLabel
          value={meaning}
          onChange={(event) => {
            const chosen = meanings.find((one) => one === event.target.value);
            if (chosen) onMeaning(chosen);
          }}
          options={meanings.map((one) => ({ value: one, label: t(`meanings.${one}`) }))}
        />
        {isDateMeaning(meaning) && date?.undecided ? (
          <Select
            label={t("orderOf", { example: date.example })}
            empty={t("choose")}
            value={order ?? ""}
            onChange={(event) => {
              if (event.target.value === "dmy" || event.target.value === "mdy")
                onOrder(event.target.value);
            }}
            options={(["dmy", "mdy"] as const).map((one) => ({ value: one, label: reading(one) }))}
          />
        ) : null}
      </span>
    </li>
  );
}
