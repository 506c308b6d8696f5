import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { insightKey } from "#lib/insights/number.ts";
import { type InsightRow, insightPage } from "#lib/insights/views.ts";

/** The one it says the same as, by its number or by words of it. */
export function MergeDialog({
  rows,
  onMerge,
  onClose,
}: {
  rows: readonly InsightRow[];
  onMerge: (into: InsightRow) => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights.dialog");
  const about = useAboutRows(rows);
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const query = new URLSearchParams({ state: "all", q: text });
  const lookup = useLookup(isEmpty ? null : `/api/insights?${query}`, insightPage, 200);
  const found = isEmpty ? [] : (lookup.said?.answer.rows ?? []);
  const others = found.filter((one) => rows.every((row) => row.id !== one.id)).slice(0, 8);
  return (
    <Dialog open onClose={onClose} title={t("mergeTitle")} description={about}>
      <Picker
        label={t("mergeInto")}
        hint={t("mergeHint")}
        text={text}
        onText={setText}
        choices={others.map((row) => ({
          id: row.id,
          label: row.title || row.excerpt || insightKey(row.number),
          before: <span className="text-xs text-ink-muted">{insightKey(row.number)}</span>,
          row,
        }))}
        isSettled={lookup.isSettled}
        failure={lookup.hasFailed ? { onRetry: lookup.again } : undefined}
        nothing={isEmpty ? "" : t("mergeNone")}
        onTake={({ row }) => {
          onMerge(row);
          onClose();
        }}
      />
    </Dialog>
  );
}
