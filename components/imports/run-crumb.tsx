import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { ChevronRight } from "#components/ui/icons.tsx";
import type { ImportRunDetail } from "#lib/imports/reads/runs.ts";

/** Which file, from where, by whom, and when. */
export function RunCrumb({ run, now }: { run: ImportRunDetail; now: Date }) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const source = run.source.name;
  const { startedAt, finishedAt, startedBy } = run;
  const seconds =
    startedAt && finishedAt ? Math.max(1, (finishedAt.getTime() - startedAt.getTime()) / 1000) : 0;
  return (
    <>
      <Link href="/imports" className="hover:text-ink">
        {t("title")}
      </Link>
      <ChevronRight aria-hidden size={14} strokeWidth={1.5} />
      <span className="wrap-anywhere">{run.fileName}</span>
      <span aria-hidden>·</span>
      <span>
        {startedBy ? t("meta.by", { source, who: startedBy }) : t("meta.commandLine", { source })}
      </span>
      <span aria-hidden>·</span>
      <span>
        {finishedAt
          ? t("meta.finished", {
              at: format.relativeTime(finishedAt, now),
              duration: format.number(seconds, {
                style: "unit",
                unit: "second",
                maximumFractionDigits: 0,
              }),
            })
          : t("meta.started", { at: format.relativeTime(run.createdAt, now) })}
      </span>
    </>
  );
}
