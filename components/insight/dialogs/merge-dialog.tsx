import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { useDuplicateWords } from "#components/insight/proposed/duplicate-words.ts";
import { useProposalsOf } from "#components/insight/proposed/use-proposals-of.ts";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { CircleDashed } from "#components/ui/icons.tsx";
import { insightKey, pastedKey } from "#lib/insights/number.ts";
import { type InsightRow, insightPage } from "#lib/insights/views.ts";
import type { DuplicateOption } from "#lib/proposals/views.ts";

type Line = Choice & { number: number };

/** The one it says the same as: a likely one, or any by its number, its address or words of it. */
export function MergeDialog({
  rows,
  onMerge,
  onRefused,
  onClose,
}: {
  rows: readonly InsightRow[];
  onMerge: (into: { id: string; number: number }) => void;
  /** It was said of a likely one that it is none. */
  onRefused: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights");
  const about = useAboutRows(rows);
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const query = new URLSearchParams({ state: "all", q: pastedKey(text) });
  const lookup = useLookup(isEmpty ? null : `/api/insights?${query}`, insightPage, 200);
  const found = isEmpty ? [] : (lookup.said?.answer.rows ?? []);
  const others = found.filter((one) => rows.every((row) => row.id !== one.id)).slice(0, 8);
  const proposed = useProposalsOf(rows, onRefused);
  const lineOfLikely = useLineOfLikely();
  const likely = isEmpty ? (proposed.open?.duplicates ?? []) : [];
  const [insightId = ""] = rows.map(({ id }) => id);
  return (
    <Dialog open onClose={onClose} title={t("dialog.mergeTitle")} description={about}>
      <Picker<Line>
        label={t("dialog.mergeInto")}
        hint={t("dialog.mergeHint")}
        text={text}
        onText={setText}
        choices={isEmpty ? likely.map(lineOfLikely) : others.map(lineOf)}
        isSettled={lookup.isSettled}
        failure={lookup.hasFailed ? { onRetry: lookup.again } : undefined}
        nothing={isEmpty ? "" : t("dialog.mergeNone")}
        onTake={(into) => {
          onMerge(into);
          onClose();
        }}
        drop={
          likely.length > 0
            ? {
                words: t("proposed.notSame"),
                onDrop: ({ id, number }) =>
                  proposed.refuse({ insightId, kind: "duplicate", target: id }, number),
              }
            : undefined
        }
      />
    </Dialog>
  );
}

function lineOf(row: InsightRow): Line {
  const key = insightKey(row.number);
  return {
    id: row.id,
    number: row.number,
    label: row.title || row.excerpt || key,
    before: <span className="text-xs text-ink-muted">{key}</span>,
  };
}

function useLineOfLikely() {
  const t = useTranslations("insights.dialog");
  const words = useDuplicateWords();
  return (other: DuplicateOption): Line => ({
    id: other.id,
    number: other.number,
    group: t("likely"),
    label: other.title || other.excerpt || insightKey(other.number),
    before: <CircleDashed aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />,
    below: `${words.whose(other)} · ${words.standing(other)}`,
  });
}
