import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import { Button } from "#components/ui/button.tsx";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
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
  const isEmpty = text.trim() === "";
  const query = new URLSearchParams({ state: "all", q: text });
  const lookup = useLookup(isEmpty ? null : `/api/insights?${query}`, insightPage, 200);
  const found = isEmpty ? [] : (lookup.said?.answer.rows.slice(0, 8) ?? []);
  const isHere = (id: string) => here.has(id) || added.has(id);
  return (
    <Dialog open onClose={onClose} title={t("title", { theme })}>
      <Picker
        label={t("label")}
        text={text}
        onText={setText}
        choices={found.map((row) => ({
          id: row.id,
          label: row.title || row.excerpt || insightKey(row.number),
          isOff: isHere(row.id),
          before: (
            <>
              <KindIcon kind={row.kind} />
              <span className="text-xs text-ink-muted">{insightKey(row.number)}</span>
            </>
          ),
          after: isHere(row.id) ? (
            <span className="text-xs text-ink-muted">{t("here")}</span>
          ) : undefined,
          row,
        }))}
        isSettled={lookup.isSettled}
        failure={lookup.hasFailed ? { onRetry: lookup.again } : undefined}
        nothing={isEmpty ? "" : t("none")}
        onTake={({ row }) => {
          setAdded(new Set([...added, row.id]));
          onAdd(row);
        }}
        foot={
          <Button variant="primary" className="ml-auto" onClick={onClose}>
            {t("close")}
          </Button>
        }
      />
    </Dialog>
  );
}
