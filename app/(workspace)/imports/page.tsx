import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { RefreshWhile } from "#components/imports/refresh-while.tsx";
import { RunList } from "#components/imports/run-list.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Narrowed } from "#components/ui/narrowed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { now } from "#lib/clock.ts";
import { type ImportRunView, listImportRuns, listImportSources } from "#lib/imports/reads/runs.ts";
import { isUnfinished } from "#lib/imports/schema.ts";
import { importsOnly, isOf } from "#lib/imports/to-read.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportsPage({ searchParams }: Props) {
  const viewer = await requirePerson("import:read");
  const at = now();
  const given = (await searchParams).only;
  const only = importsOnly.find((name) => name === given);
  const [t, format, runs, sources, limit] = await Promise.all([
    getTranslations("imports"),
    getFormatter(),
    listImportRuns(viewer),
    listImportSources(viewer),
    readUploadLimit(),
  ]);
  const shown = only ? runs.filter((run) => isOf(only, run, at)) : runs;
  return (
    <WithMessages of={["imports", "importsErrors"]}>
      <PageHeader
        crumb={t("title")}
        answer={answerOf(runs, (when) => format.relativeTime(when, at), t)}
        actions={
          can(viewer, "source:manage") ? (
            <ButtonLink variant="quiet" href="/settings/sources">
              {t("sources")}
            </ButtonLink>
          ) : null
        }
      />
      <RefreshWhile running={runs.some(({ state }) => isUnfinished(state))} />
      {can(viewer, "import:run") ? (
        <Section title={t("upload.title")} note={t("upload.note")}>
          <UploadForm limit={limit} sources={sources} last={runs[0]?.source.name ?? null} />
        </Section>
      ) : null}
      {only ? <Narrowed words={t(`only.${only}`, { count: shown.length })} all="/imports" /> : null}
      {runs.length > 0 ? (
        <RunList runs={shown} now={at} />
      ) : (
        <EmptyState title={t("list.title")}>{t("list.empty")}</EmptyState>
      )}
    </WithMessages>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"imports">>>;

function answerOf(runs: ImportRunView[], ago: (when: Date) => string, t: Words): string {
  const asking = runs.filter(({ state }) => state === "asking").length;
  const running = runs.filter(({ state }) => isUnfinished(state)).length;
  if (asking > 0) return t("answer.asking", { count: asking });
  if (running > 0) return t("answer.running", { count: running });
  const last = runs.find(({ state }) => !isUnfinished(state));
  if (!last) return t("answer.none");
  const when = ago(last.finishedAt ?? last.createdAt);
  if (last.state === "undone") return t("answer.lastUndone");
  if (last.isGivenUp) return t("answer.lastGivenUp", { when });
  if (last.state === "refused") return t("answer.lastRefusedWhole", { when });
  if (last.state === "failed") return t("answer.lastFailed", { when });
  if (last.refused > 0) return t("answer.lastRefused", { refused: last.refused, when });
  return t("answer.last", { created: last.created, subject: last.subject, when });
}
