import Link from "next/link";
import { useTranslations } from "next-intl";
import { Lock } from "#components/ui/icons.tsx";
import type { ReportsSet } from "#lib/okrs/reads.ts";

/** The last line of the tree: one's own, and for a manager how many of their people have set theirs. */
export function OkrMine({
  quarter,
  count,
  reports,
}: {
  quarter: string;
  count: number;
  reports: ReportsSet | null;
}) {
  const t = useTranslations("okrs");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-y border-line px-6 py-2 max-md:px-4">
      <Lock aria-hidden size={14} strokeWidth={1.5} className="text-ink-muted" />
      <b className="font-semibold">{t("tab.mine")}</b>
      <span className="text-xs text-ink-muted">
        {t("mineLine", { count })}.{" "}
        <Link href={`/okrs/${quarter}?view=mine`} className="opens">
          {t("open")}
        </Link>
      </span>
      {reports ? (
        <Link href={`/okrs/${quarter}?view=reports`} className="opens ml-auto text-xs">
          {t("reportsLine", reports)}
        </Link>
      ) : null}
    </div>
  );
}
