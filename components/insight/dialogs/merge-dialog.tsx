import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAsked } from "#components/form/use-asked.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
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
  const found = useFound(text);
  const others = found?.filter((one) => rows.every((row) => row.id !== one.id)).slice(0, 8);
  function choose(into: InsightRow | undefined) {
    if (!into) return;
    onMerge(into);
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title={t("mergeTitle")} description={about}>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          choose(others?.[0]);
        }}
      >
        <Field
          label={t("mergeInto")}
          hint={t("mergeHint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          data-autofocus
        />
        <ul className="mt-2 grid grid-cols-[minmax(0,1fr)]">
          {others?.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => choose(one)}
                className="flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-accent-soft max-md:min-h-11"
              >
                <span className="text-xs text-ink-muted">{insightKey(one.number)}</span>
                <span className="min-w-0 flex-1 truncate">{one.title || one.excerpt}</span>
              </button>
            </li>
          ))}
        </ul>
        <p role="status" className="text-ink-muted">
          {others?.length === 0 ? t("mergeNone") : ""}
        </p>
      </form>
    </Dialog>
  );
}

/** Undefined until something was typed and answered. */
function useFound(text: string): InsightRow[] | undefined {
  const isEmpty = text.trim() === "";
  const query = new URLSearchParams({ state: "all", q: text });
  const said = useAsked(isEmpty ? null : `/api/insights?${query}`, insightPage, 200);
  return isEmpty ? undefined : said?.answer.rows;
}
