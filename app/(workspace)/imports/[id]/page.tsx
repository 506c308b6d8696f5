import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "#components/form/action-form.tsx";
import { RefusalText } from "#components/i18n/refusal-text.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ForecastView } from "#components/imports/forecast-view.tsx";
import { GiveUpButton } from "#components/imports/give-up-button.tsx";
import { GoOnForm } from "#components/imports/go-on-form.tsx";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { MappingForm } from "#components/imports/mapping-form.tsx";
import { QuestionForm } from "#components/imports/question-form.tsx";
import { RunCrumb } from "#components/imports/run-crumb.tsx";
import { RunNotes } from "#components/imports/run-notes.tsx";
import { type RowList, RunRows, rowLists } from "#components/imports/run-rows.tsx";
import { RunSummary } from "#components/imports/run-summary.tsx";
import { RunUndo } from "#components/imports/run-undo.tsx";
import { RunUndone } from "#components/imports/run-undone.tsx";
import { WorkMappingForm } from "#components/imports/work-mapping-form.tsx";
import { WorkUndo } from "#components/imports/work-undo.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment, now } from "#lib/clock.ts";
import { homeOf } from "#lib/imports/home-of.ts";
import type { ImportQuestion } from "#lib/imports/question.ts";
import { findImportRun, type ImportRunDetail } from "#lib/imports/reads/runs.ts";
import { isUnfinished } from "#lib/imports/schema.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { currentQuarter, shiftQuarter } from "#lib/quarter.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<"show" | "after" | "undo", string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("import:read");
  const [{ id }, { show, after, undo }] = await Promise.all([params, searchParams]);
  const [t, run] = await Promise.all([getTranslations("imports.run"), findImportRun(viewer, id)]);
  if (!run) notFound();
  const list = rowLists.find((name) => name === show) ?? firstList(run);
  const place = typeof after === "string" && isPlace(list, after) ? after : null;
  return (
    <WithMessages of={["imports", "importsErrors"]}>
      <PageHeader
        crumb={<RunCrumb run={run} now={now()} />}
        answer={answerOf(run, t)}
        actions={
          <>
            {can(viewer, "import:run") && isUndoable(run) ? (
              <ButtonLink variant="quiet" href={`/imports/${run.id}?undo=1`}>
                {t("undo")}
              </ButtonLink>
            ) : null}
            <ButtonLink variant="quiet" href={homeOf(run)}>
              {t("insights", { subject: run.subject, created: run.created })}
            </ButtonLink>
            <ButtonLink href="/imports">{t("again")}</ButtonLink>
          </>
        }
      />
      {isUnfinished(run.state) ? <ImportProgress id={run.id} first={run} /> : null}
      {run.question?.refusal ? (
        <p className="mx-6 mt-4 max-w-prose rounded-control bg-bad-soft px-2.5 py-1.5 whitespace-pre-line text-bad wrap-anywhere max-md:mx-4">
          <RefusalText of={run.question.refusal} />
        </p>
      ) : null}
      {run.question?.forecast ? (
        <ForecastView forecast={run.question.forecast} subject={run.subject} />
      ) : null}
      {run.question ? (
        <RunQuestion id={run.id} question={run.question} canAnswer={can(viewer, "import:run")} />
      ) : null}
      {run.refusal && !run.isGivenUp && !run.undo ? (
        <div className="px-6 py-4 max-md:px-4">
          <p className="max-w-prose rounded-control bg-bad-soft px-2.5 py-1.5 whitespace-pre-line text-bad wrap-anywhere">
            <RefusalText of={run.refusal} />
          </p>
          {run.canRetry ? (
            <ActionForm
              action="import.retry"
              fixed={{ id: run.id }}
              submit={t("retry")}
              done={t("retried")}
              className="mt-3"
            />
          ) : null}
        </div>
      ) : null}
      {undo === "1" && isUndoable(run) ? (
        isWorkSubject(run.subject) ? (
          <WorkUndo viewer={viewer} runId={run.id} />
        ) : (
          <RunUndo viewer={viewer} runId={run.id} />
        )
      ) : null}
      {run.state === "undone" && run.undo ? (
        <RunUndone viewer={viewer} runId={run.id} undo={run.undo} />
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

function RunQuestion({
  id,
  question,
  canAnswer,
}: {
  id: string;
  question: ImportQuestion;
  canAnswer: boolean;
}) {
  if (!canAnswer) return null;
  // Keyed: it arrives among the buttons of a form, as one of a list.
  const giveUp = <GiveUpButton key="give-up" id={id} />;
  if (question.mapping)
    return (
      <MappingForm
        key={JSON.stringify(question.mapping)}
        id={id}
        question={question.mapping}
        giveUp={giveUp}
      />
    );
  if (question.work)
    return (
      <WorkMappingForm
        key={JSON.stringify(question.work)}
        id={id}
        question={question.work}
        quarters={[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((steps) =>
          shiftQuarter(currentQuarter(moment()), steps),
        )}
        giveUp={giveUp}
      />
    );
  if (question.forecast) return <GoOnForm id={id} giveUp={giveUp} />;
  return <QuestionForm id={id} question={question} giveUp={giveUp} />;
}

/** What came from a file, and has ended. */
function isUndoable({ state, kind, subject }: ImportRunDetail): boolean {
  return kind === "file" && subject !== "accounts" && (state === "done" || state === "failed");
}

type Words = Awaited<ReturnType<typeof getTranslations<"imports.run">>>;

function answerOf(run: ImportRunDetail, t: Words): string {
  const { state, row, rows, created, updated, unchanged, refused } = run;
  const total = rows ?? 0;
  if (state === "done" && refused === 0) return t("allIn", { rows: total });
  if (state === "done") {
    const done = created + updated + unchanged;
    return t("someIn", { done, rows: total, refused });
  }
  const asked = run.question?.mapping ?? run.question?.work;
  if (state === "asking" && asked && !run.question?.forecast)
    return t("mapping", { columns: asked.columns.length });
  if (state === "asking" && run.question?.forecast) {
    const { created: brings, updated: changes } = run.question.forecast;
    return t("previewed", { created: brings, updated: changes, subject: run.subject });
  }
  if (state === "failed") return t("failed", { row });
  if (state === "undoing") return t("undoing");
  const left = run.undo ? run.undo.kept + run.undo.stayed : 0;
  if (state === "undone" && left > 0) return t("undoneBut", { left });
  if (run.isGivenUp) return t("givenUp");
  return isUnfinished(state) ? t("underWay") : t(state);
}

function firstList({ refused, updated, created }: ImportRunDetail): RowList {
  if (refused > 0) return "refused";
  return updated > 0 && created === 0 ? "updated" : "created";
}

function isPlace(list: RowList, after: string): boolean {
  return list === "refused" ? /^\d{1,9}$/.test(after) : z.uuid().safeParse(after).success;
}
