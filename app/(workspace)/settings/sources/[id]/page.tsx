import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { RefreshWhile } from "#components/imports/refresh-while.tsx";
import { Asides } from "#components/source/asides.tsx";
import { ConnectionForm } from "#components/source/connection-form.tsx";
import { HealthChip } from "#components/source/health-chip.tsx";
import { isMoving, isPullDue } from "#components/source/is-moving.ts";
import { SourceActs } from "#components/source/source-acts.tsx";
import { SourceFailure } from "#components/source/source-failure.tsx";
import { StatusesForm } from "#components/source/statuses-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import { listAsides } from "#lib/desks/reads/asides.ts";
import { findSource, listStatuses } from "#lib/desks/reads/connections.ts";
import { env } from "#lib/env.ts";

const asidesShown = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requirePerson("source:manage");
  const id = z.uuid().safeParse((await params).id).data;
  const at = now();
  const source = id ? await findSource(viewer, id, at) : null;
  // What is handed in here is no desk to be connected.
  if (!source || source.kind === "form") notFound();
  const [t, format, statuses, asides] = await Promise.all([
    getTranslations("sources"),
    getFormatter(),
    listStatuses(viewer, source.id),
    listAsides(viewer, source.id, asidesShown),
  ]);
  const isConnected = source.health !== "files";
  const hasSecret = source.secrets.some(({ name }) => name === "webhook");
  const when = (date: Date | null) => (date ? format.relativeTime(date, at) : t("never"));
  const nextPull = source.pausedAt
    ? t("never")
    : isPullDue(source, at)
      ? t("page.now")
      : when(source.nextPullAt);
  const facts = [
    [t("lastPull"), when(source.pulledAt)],
    [t("page.next"), nextPull],
    [t("lastEvent"), when(source.lastEventAt)],
    [t("waiting"), format.number(source.backlog)],
  ];
  return (
    <WithMessages of={["sources", "jiraErrors"]}>
      <PageHeader
        crumb={
          <Link href="/settings/sources" className="opens">
            {t("title")}
          </Link>
        }
        answer={t("page.answer", { name: source.name, tickets: source.tickets })}
        actions={
          <>
            <ButtonLink variant="quiet" href={`/insights?state=all&source=${source.id}`}>
              {t("page.insights")}
            </ButtonLink>
            {isConnected ? (
              <SourceActs id={source.id} name={source.name} isPaused={source.pausedAt !== null} />
            ) : (
              <ButtonLink href="/imports">{t("page.importFile")}</ButtonLink>
            )}
          </>
        }
      />
      <RefreshWhile running={isMoving(source, at)} />
      {isConnected ? (
        <Section title={t("page.how")} aside={<HealthChip health={source.health} />}>
          <SourceFailure source={source} now={at} />
          <dl className="mt-2 grid max-w-xl grid-cols-4 gap-3 max-md:grid-cols-2">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="text-xs text-ink-muted">{name}</dt>
                <dd className="tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
      <Asides {...asides} now={at} />
      {isConnected ? (
        <Section title={t("page.webhookTitle")} note={t("page.webhookNote")}>
          {hasSecret ? (
            <dl className="grid gap-1">
              <dt className="text-xs text-ink-muted">{t("page.webhookAddress")}</dt>
              <dd>
                <code className="wrap-anywhere select-all">
                  {`${env().NEXTAUTH_URL ?? ""}/api/webhooks/jira/${source.id}`}
                </code>
              </dd>
              <dd className="text-ink-muted">{t("page.webhookEvents")}</dd>
            </dl>
          ) : (
            <p className="text-ink-muted">{t("page.webhookNoSecret")}</p>
          )}
        </Section>
      ) : null}
      <Section
        title={isConnected ? t("form.editTitle") : t("form.title")}
        note={isConnected ? null : t("form.filesNote")}
      >
        <ConnectionForm key={source.version} source={source} />
      </Section>
      {isConnected ? (
        <Section title={t("page.statusesTitle")} note={t("page.statusesNote")}>
          {statuses.length > 0 ? (
            <StatusesForm
              id={source.id}
              version={source.version}
              known={statuses}
              statuses={source.statuses}
            />
          ) : (
            <p className="text-ink-muted">{t("page.statusesEmpty")}</p>
          )}
        </Section>
      ) : null}
    </WithMessages>
  );
}
