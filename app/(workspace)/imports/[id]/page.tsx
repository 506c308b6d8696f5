import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "#components/form/action-form.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { QuestionForm } from "#components/imports/question-form.tsx";
import { RunCrumb } from "#components/imports/run-crumb.tsx";
import { RunNotes } from "#components/imports/run-notes.tsx";
import { type RowList, RunRows, rowLists } from "#components/imports/run-rows.tsx";
import { RunSummary } from "#components/imports/run-summary.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import type { Params } from "#lib/errors.ts";
import { retryImport } from "#lib/imports/actions.ts";
import { findImportRun, type ImportRunDetail } from "#lib/imports/queries-runs.ts";
import { isUnfinished } from "#lib/imports/schema.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[]; after?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("import:read");
  const [{ id }, { show, after }] = await Promise.all([params, searchParams]);
  const [t, words, run] = await Promise.all([
    getTranslations("imports.run"),
    getTranslations(),
    findImportRun(viewer, id),
  ]);
  if (!run) notFound();
  const { key, params: numbers } = answerOf(run);
  const list = rowLists.find((name) => name === show) ?? firstList(run);
  const place = typeof after === "string" && isPlace(list, after) ? after : null;
  return (
    <WithMessages of={["imports", "importsErrors"]}>
      <PageHeader
        crumb={<RunCrumb run={run} now={now()} />}
        answer={t(key, numbers)}
        actions={
          <>
            <ButtonLink variant="quiet" href={`/insights?state=all&source=${run.source.id}`}>
              {t("insights")}
            </ButtonLink>
            <ButtonLink href="/imports">{t("again")}</ButtonLink>
          </>
        }
      />
      {isUnfinished(run.state) ? <ImportProgress id={run.id} first={run} /> : null}
      {run.question ? <QuestionForm id={run.id} question={run.question} /> : null}
      {run.refusal ? (
        <div className="px-6 py-4 max-md:px-4">
          <p className="max-w-prose rounded-control bg-bad-soft px-2.5 py-1.5 whitespace-pre-line text-bad wrap-anywhere">
            {words(
              run.refusal.key.includes(".") ? run.refusal.key : `errors.${run.refusal.key}`,
              run.refusal.params,
            )}
          </p>
          {run.canRetry ? (
            <ActionForm
              action={retryImport}
              fixed={{ id: run.id }}
              submit={t("retry")}
              done={t("retried")}
              className="mt-3"
            />
          ) : null}
        </div>
      ) : null}
      {run.state === "done" ? (
        <>
          <RunSummary run={run} />
          <RunNotes run={run} />
          <RunRows viewer={viewer} run={run} show={list} after={place} />
        </>
      ) : null}
    </WithMessages>
  );
}

function answerOf(run: ImportRunDetail): { key: string; params: Params } {
  const { state, row, rows, created, updated, unchanged, refused } = run;
  const total = rows ?? 0;
  if (state === "done" && refused === 0) return { key: "allIn", params: { rows: total } };
  if (state === "done") {
    const done = created + updated + unchanged;
    return { key: "someIn", params: { done, rows: total, refused } };
  }
  if (state === "failed") return { key: "failed", params: { row } };
  return { key: isUnfinished(state) ? "underWay" : state, params: {} };
}

function firstList({ refused, updated, created }: ImportRunDetail): RowList {
  if (refused > 0) return "refused";
  return updated > 0 && created === 0 ? "updated" : "created";
}

function isPlace(list: RowList, after: string): boolean {
  return list === "refused" ? /^\d{1,9}$/.test(after) : z.uuid().safeParse(after).success;
}
