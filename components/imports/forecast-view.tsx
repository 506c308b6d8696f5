import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Section } from "#components/ui/section.tsx";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import type { ForecastView as Forecast } from "#lib/imports/question.ts";
import { ForecastColumns, ForecastRows } from "./forecast-rows.tsx";
import { useDifferenceWords } from "./use-difference-words.ts";

const counted = ["created", "updated", "unchanged", "refused"] as const;

/** What an import would do with each row, before anything is stored: numbers, then the differences themselves. */
export function ForecastView({ forecast, subject }: { forecast: Forecast; subject: string }) {
  const t = useTranslations("imports.forecast");
  // Older forecasts may name fields that are gone.
  const fields: AnyWords = useTranslations("imports.forecast.fields");
  const refusalSentence = useRefusalSentence();
  const format = useFormatter();
  const inWords = useDifferenceWords();
  const { differences, reasons, duplicates, refused, updated, warnings, firstRows, columns } =
    forecast;
  return (
    <>
      <Section title={t("title")} note={t("note")}>
        <dl className="flex flex-wrap gap-x-12 gap-y-3">
          {counted.map((part) => (
            <div key={part} className="flex flex-col-reverse">
              <dt className="text-xs text-ink-muted">{t(part, { subject })}</dt>
              <dd
                className={
                  part === "refused" && refused > 0 ? "text-number text-bad" : "text-number"
                }
              >
                {format.number(forecast[part])}
              </dd>
            </div>
          ))}
        </dl>
        {duplicates > 0 ? (
          <p className="mt-2 text-xs text-ink-muted">{t("duplicates", { count: duplicates })}</p>
        ) : null}
      </Section>
      {firstRows.length > 0 ? <ForecastRows rows={firstRows} /> : null}
      {columns ? <ForecastColumns columns={columns} /> : null}
      {warnings.length > 0 ? (
        <Section title={t("notes")}>
          <ul className="grid max-w-prose gap-1">
            {warnings.map(({ key, params }) => (
              <li key={`${key} ${JSON.stringify(params)}`} className="wrap-anywhere">
                {refusalSentence({ key: `importsErrors.${key}`, params })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {differences.length > 0 ? (
        <Section
          title={t("differences")}
          note={updated > differences.length ? t("first", { count: differences.length }) : null}
        >
          <ul className="grid gap-2">
            {differences.map(({ name, changes }) => (
              <li key={name}>
                <span className="font-medium wrap-anywhere">{name}</span>
                <ul>
                  {changes.map(({ field, before, after }) => (
                    <li key={field} className="text-xs wrap-anywhere text-ink-muted">
                      {fields.markup(field)}{" "}
                      <del className="text-ink-faint">{inWords(field, before) ?? t("nothing")}</del>{" "}
                      <span aria-hidden>→</span>{" "}
                      <ins className="text-ink no-underline">
                        {inWords(field, after) ?? t("nothing")}
                      </ins>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {reasons.length > 0 ? (
        <Section
          title={t("refusedRows")}
          note={refused > reasons.length ? t("first", { count: reasons.length }) : null}
        >
          <ul className="grid gap-1">
            {reasons.map(({ line, reason, params }) => (
              <li key={line} className="wrap-anywhere">
                {t("line", { line })} {refusalSentence({ key: `importsErrors.${reason}`, params })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
