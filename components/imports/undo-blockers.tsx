import Link from "next/link";
import { useTranslations } from "next-intl";
import type { UndoBlocker } from "#lib/imports/reads/undo-blockers.ts";
import { insightKey } from "#lib/insights/number.ts";

/** Insights that an undo leaves or is kept by, each with why; as many as are shown of `total`. */
export function UndoBlockers({ blockers, total }: { blockers: UndoBlocker[]; total: number }) {
  const t = useTranslations("imports.undo");
  return (
    <>
      <ul className="grid gap-1">
        {blockers.map(({ number, title, work }) => (
          <li key={number} className="wrap-anywhere">
            <Link href={`/insights/${number}`} className="font-medium underline">
              {insightKey(number)}
            </Link>{" "}
            {title ?? t("untitled")}{" "}
            <span className="text-xs text-ink-muted">
              {work.length > 0
                ? work.map((kind) => t(`work.${kind}`)).join(", ")
                : t("work.changed")}
            </span>
          </li>
        ))}
      </ul>
      {total > blockers.length ? (
        <p className="mt-1 text-ink-muted">{t("more", { count: total - blockers.length })}</p>
      ) : null}
    </>
  );
}
