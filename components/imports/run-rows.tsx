import { getFormatter, getTranslations } from "next-intl/server";
import { ImportedRows } from "#components/imports/imported-rows.tsx";
import { RefusedRows } from "#components/imports/refused-rows.tsx";
import { WorkRows } from "#components/imports/work-rows.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import {
  listCreatedRows,
  listRefusedRows,
  listUpdatedRows,
  rowsAPage,
} from "#lib/imports/reads/rows.ts";
import type { ImportRunDetail } from "#lib/imports/reads/runs.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { listWorkRows } from "#lib/imports/work/reads/rows.ts";

export const rowLists = ["refused", "updated", "created"] as const;
export type RowList = (typeof rowLists)[number];

/** The rows behind the numbers, a hundred at a time. `after` is the last place of the page before. */
export async function RunRows({
  viewer,
  run,
  show,
  after,
}: {
  viewer: PersonActor;
  run: ImportRunDetail;
  show: RowList;
  after: string | null;
}) {
  const [t, format] = await Promise.all([getTranslations("imports"), getFormatter()]);
  const { table, count, last } = await tableOf(viewer, run, show, after, t(`tabs.${show}`));
  const address = `/imports/${run.id}?show=${show}`;
  return (
    <>
      <Tabs
        label={t("tabs.label")}
        tabs={rowLists.map((list) => ({
          href: `/imports/${run.id}?show=${list}`,
          label: t(`tabs.${list}`),
          count: format.number(run[list]),
          current: list === show,
        }))}
      />
      {count > 0 ? (
        <div className="overflow-x-auto">{table}</div>
      ) : (
        <p className="px-6 py-4 text-ink-muted max-md:px-4">
          {t(`rows.${show}Empty`, { subject: run.subject })}
        </p>
      )}
      <div className="flex gap-2 px-6 py-3 max-md:px-4">
        {after === null ? null : <ButtonLink href={address}>{t("rows.first")}</ButtonLink>}
        {count === rowsAPage && last !== null ? (
          <ButtonLink href={`${address}&after=${last}`}>{t("rows.more")}</ButtonLink>
        ) : null}
      </div>
    </>
  );
}

async function tableOf(
  viewer: PersonActor,
  { id: runId, subject }: Pick<ImportRunDetail, "id" | "subject">,
  show: RowList,
  after: string | null,
  caption: string,
) {
  if (show === "refused") {
    const line = Number(after ?? 0);
    const rows = await listRefusedRows(viewer, runId, Number.isSafeInteger(line) ? line : 0);
    const last = rows.at(-1)?.line ?? null;
    return { table: <RefusedRows rows={rows} />, count: rows.length, last };
  }
  if (isWorkSubject(subject)) {
    const rows = await listWorkRows(viewer, runId, { made: show === "created", after, now: now() });
    const last = rows.at(-1)?.id ?? null;
    return { table: <WorkRows rows={rows} caption={caption} />, count: rows.length, last };
  }
  const list = show === "created" ? listCreatedRows : listUpdatedRows;
  const rows = await list(viewer, runId, after);
  const last = rows.at(-1)?.ticketId ?? null;
  return { table: <ImportedRows rows={rows} caption={caption} />, count: rows.length, last };
}
