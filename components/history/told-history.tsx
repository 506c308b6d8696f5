import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { InsightHistory } from "#components/insight/insight-history.tsx";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";

/** What was done to a thing and by whom, each act in its sentence. */
export function ToldHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const words = useTranslations("operations");
  const format = useFormatter();
  const audit = useTranslations("audit");
  return (
    <InsightHistory
      lines={entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        actor: entry.actor ?? audit("system"),
        sentence: sentenceOf(words, format, entry),
        isUndone: entry.undone !== null,
      }))}
    />
  );
}
