import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";

/** Who, what, when: newest first. What was undone is said to be. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("operations");
  const words = useTranslations("audit");
  const format = useFormatter();
  return (
    <ul>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3 border-b border-line px-6 py-1.5 max-md:grid-cols-1 max-md:gap-0 max-md:px-4"
        >
          <time dateTime={entry.at} className="text-xs text-ink-muted">
            {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "short" })}
          </time>
          <span className="wrap-anywhere">
            <b className="font-medium">{entry.actor ?? words("system")}</b>{" "}
            <span className={entry.undone ? "text-ink-muted" : undefined}>
              {sentenceOf(t, format, entry)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
