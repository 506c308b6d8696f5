import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Section } from "#components/ui/section.tsx";
import type { MappedDates } from "#lib/imports/columns/mapping.ts";
import type { ColumnMeaning } from "#lib/imports/columns/meanings.ts";
import { parseDate } from "#lib/imports/dates/dates.ts";
import type { MappingQuestion } from "#lib/imports/question.ts";
import { cellWords } from "#lib/tables/cell-words.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";

/** The first rows as the insights that they would be. */
export function MappingPreview({
  question,
  columns,
  dates,
}: {
  question: MappingQuestion;
  columns: readonly ColumnMeaning[];
  dates: MappedDates;
}) {
  const t = useTranslations("imports.mapping");
  const format = useFormatter();
  const saidOn = (value: string) => {
    const date = question.columns[columns.indexOf("created")]?.date;
    // As it stands until somebody says what comes first.
    if (date?.undecided && !dates.created) return value;
    const read = parseDate(value, date?.order ?? dates.created ?? "dmy", (wall) => wall);
    return read ? format.dateTime(read, { dateStyle: "medium", timeZone: "UTC" }) : value;
  };
  return (
    <Section title={t("rows")} note={t("rowsNote")}>
      <ol className="grid gap-3 md:grid-cols-3">
        {question.rows.map((cells, row) => {
          const of = (meaning: ColumnMeaning) =>
            columns.flatMap((one, index) => {
              const value = withoutEmptyWord(cells[index] ?? "");
              return one === meaning && value !== null ? [value] : [];
            });
          const facts = [
            ...of("organisations").flatMap((cell) => cellWords(cell, { commas: false })),
            ...of("reporter"),
            ...of("created").map(saidOn),
            ...of("status"),
          ];
          return (
            <li
              key={row}
              className="grid content-start gap-1 rounded-control border border-line bg-surface p-3"
            >
              <span className="font-medium wrap-anywhere">
                {of("summary")[0] ?? <span className="text-ink-muted">{t("untitled")}</span>}
              </span>
              {of("description").map((text) => (
                <span key={text} className="line-clamp-3 text-ink-muted wrap-anywhere">
                  {text}
                </span>
              ))}
              {facts.length > 0 ? (
                <span className="text-xs text-ink-muted wrap-anywhere">{facts.join(" · ")}</span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
