import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Section } from "#components/ui/section.tsx";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import type { ForecastView } from "#lib/imports/question.ts";

/** The first rows as the insights that they would be. */
export function ForecastRows({ rows }: { rows: ForecastView["firstRows"] }) {
  const t = useTranslations("imports.mapping");
  const format = useFormatter();
  return (
    <Section title={t("rows")} note={t("rowsNote")}>
      <ol className="grid gap-3 md:grid-cols-3">
        {rows.map(({ title, text, customers, requester, saidAt, status, kind }, index) => {
          const said = saidAt && format.dateTime(new Date(saidAt), { dateStyle: "medium" });
          const facts = [...customers, requester, said, kind, status].filter(Boolean);
          return (
            <li
              key={index}
              className="grid content-start gap-1 rounded-control border border-line bg-surface p-3"
            >
              <span className="font-medium wrap-anywhere">
                {title ?? <span className="text-ink-muted">{t("untitled")}</span>}
              </span>
              {text ? (
                <span className="line-clamp-3 text-ink-muted wrap-anywhere">{text}</span>
              ) : null}
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

/** What becomes of the columns: read, kept as fields, left out and why. */
export function ForecastColumns({ columns }: { columns: NonNullable<ForecastView["columns"]> }) {
  const t = useTranslations("imports.forecast");
  // Older forecasts may name fields that are gone.
  const fields: AnyWords = useTranslations("imports.forecast.as");
  const { read, kept, left } = columns;
  return (
    <Section
      title={t("columns")}
      note={t("columnsNote", { read: read.length, kept: kept.length, left: left.length })}
    >
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        {read.map(({ header, as }) => (
          <div key={header} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-muted wrap-anywhere">{header}</dt>
            <dd className="font-medium">
              <span aria-hidden className="mr-2 font-normal text-ink-faint">
                →
              </span>
              {fields.has(as) ? fields.markup(as) : as}
            </dd>
          </div>
        ))}
      </dl>
      {(["kept", "left"] as const).map((fate) =>
        columns[fate].length > 0 ? (
          <details key={fate} className="mt-2 max-w-prose">
            <summary className="text-xs text-ink-muted">
              {t(fate, { count: columns[fate].length })}
            </summary>
            <p className="mt-1 text-xs wrap-anywhere">{columns[fate].join(", ")}</p>
          </details>
        ) : null,
      )}
    </Section>
  );
}
