import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Stat } from "#components/ui/stat.tsx";
import type { ImportRunDetail } from "#lib/imports/reads/runs.ts";

const parts = {
  created: "bg-fill",
  updated: "bg-ink-faint",
  unchanged: "bg-sunk ring-1 ring-edge ring-inset",
  refused:
    "bg-[repeating-linear-gradient(135deg,var(--bad)_0_2px,var(--surface)_2px_5px)] ring-1 ring-bad ring-inset",
} as const;

/** What became of the rows: one bar, and a number for each part of it that opens to its rows. */
export function RunSummary({ run }: { run: ImportRunDetail }) {
  const t = useTranslations("imports.run");
  const format = useFormatter();
  const { id, created, updated, unchanged, refused, reasons, subject } = run;
  const shares = { created, updated, unchanged, refused };
  const label = (part: keyof typeof parts, words: ReactNode) => (
    <>
      <span aria-hidden className={classNames("mr-1.5 inline-block size-2.25", parts[part])} />
      {words}
    </>
  );
  return (
    <section className="px-6 py-5 max-md:px-4">
      <div role="img" aria-label={t("bar", shares)} className="flex h-3 gap-0.5">
        {(["created", "updated", "unchanged", "refused"] as const).map((part) =>
          shares[part] === 0 ? null : (
            <span
              key={part}
              className={classNames("min-w-1", parts[part])}
              style={{ flexGrow: shares[part], flexBasis: 0 }}
            />
          ),
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-x-12 gap-y-3">
        <Stat
          value={format.number(created)}
          label={label("created", t("created", { count: created, subject }))}
          href={`/imports/${id}?show=created`}
        />
        <Stat
          value={format.number(updated)}
          label={label("updated", t("updated"))}
          href={`/imports/${id}?show=updated`}
        />
        <Stat
          value={format.number(unchanged)}
          label={label("unchanged", t("unchanged"))}
          // What was there already is not kept row by row.
          href={null}
        />
        <Stat
          value={
            <span className={refused > 0 ? "text-bad" : undefined}>{format.number(refused)}</span>
          }
          label={label("refused", refused > 0 ? t("left", { reasons }) : t("leftNone"))}
          href={`/imports/${id}?show=refused`}
        />
      </div>
    </section>
  );
}
