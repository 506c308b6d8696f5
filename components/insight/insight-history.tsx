import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { HistoryLine } from "#lib/insights/views.ts";

/** Who did what, newest first. */
export function InsightHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const t = useTranslations("insights.pane");
  const format = useFormatter();
  if (lines.length === 0) return <p className="text-xs text-ink-muted">{t("noHistory")}</p>;
  return (
    <ol className="grid gap-1.5 text-xs text-ink-muted">
      {lines.map((line) => (
        <li key={line.id} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2">
          <time dateTime={line.at} className="text-ink-faint">
            {format.dateTime(new Date(line.at), {
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
            })}
          </time>
          <span className={line.isUndone ? "text-ink-faint" : undefined}>
            <b className="font-medium text-ink">{line.actor}</b> {line.sentence}
          </span>
        </li>
      ))}
    </ol>
  );
}
