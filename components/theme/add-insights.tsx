import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAsked } from "#components/form/use-asked.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { insightKey } from "#lib/insights/number.ts";
import { type InsightRow, insightPage } from "#lib/insights/views.ts";

/** Searches all insights and adds one after another; stays open until told. */
export default function AddInsights({
  theme,
  here,
  onAdd,
  onClose,
}: {
  theme: string;
  here: ReadonlySet<string>;
  onAdd: (row: InsightRow) => void;
  onClose: () => void;
}) {
  const t = useTranslations("themes.search");
  const [text, setText] = useState("");
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const found = useFoundInsights(text);
  function add(row: InsightRow, button: HTMLElement) {
    // Its button goes away: the focus stays in the dialog, where the next words are typed.
    button.closest("dialog")?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    setAdded(new Set([...added, row.id]));
    onAdd(row);
  }
  return (
    <Dialog open onClose={onClose} title={t("title", { theme })}>
      <div className="mt-3">
        <Field
          label={t("label")}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          data-autofocus
        />
        <ul className="mt-2 grid grid-cols-[minmax(0,1fr)]">
          {found?.map((row) => {
            const key = insightKey(row.number);
            const words = row.title || row.excerpt;
            const isHere = here.has(row.id) || added.has(row.id);
            return (
              <li key={row.id} className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
                <KindIcon kind={row.kind} />
                <span className="min-w-0 flex-1 truncate">
                  <span className="mr-2 text-xs text-ink-muted">{key}</span>
                  {words}
                </span>
                {isHere ? (
                  <span className="text-xs text-ink-muted">{t("here")}</span>
                ) : (
                  <Button
                    variant="quiet"
                    aria-label={t("add", { insight: key })}
                    onClick={(event) => add(row, event.currentTarget)}
                  >
                    {t("addShort")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        <p role="status" className="text-ink-muted">
          {found?.length === 0 ? t("none") : ""}
        </p>
        <DialogActions>
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

/** Undefined until something was typed and answered. */
function useFoundInsights(text: string): InsightRow[] | undefined {
  const isEmpty = text.trim() === "";
  const query = new URLSearchParams({ state: "all", q: text });
  const said = useAsked(isEmpty ? null : `/api/insights?${query}`, insightPage, 200);
  return isEmpty ? undefined : said?.answer.rows.slice(0, 8);
}
