import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Select } from "#components/ui/select.tsx";
import { type ColumnMeaning, isDateMeaning, meanings } from "#lib/imports/columns/meanings.ts";
import { type DateOrder, parseDate } from "#lib/imports/dates/dates.ts";
import type { MappingQuestion } from "#lib/imports/question.ts";
import { MappingLine } from "./mapping-line.tsx";

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
  const reading = (said: DateOrder) => {
    const read = parseDate(date?.example ?? "", said, (wall) => wall);
    return read
      ? format.dateTime(read, { dateStyle: "long", timeZone: "UTC" })
      : t(said === "dmy" ? "day" : "month");
  };
  return (
    <MappingLine
      header={header}
      samples={samples}
      meaning={meaning}
      isQuiet={meaning === "keep" || meaning === "omit"}
      options={meanings.map((one) => ({ value: one, label: t(`meanings.${one}`) }))}
      onMeaning={(word) => {
        const chosen = meanings.find((one) => one === word);
        if (chosen) onMeaning(chosen);
      }}
    >
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
    </MappingLine>
  );
}
