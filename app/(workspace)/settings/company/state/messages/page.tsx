import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/form/action-form.tsx";
import { MessageTable } from "#components/state/message-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { rooms } from "#lib/auth/navigation.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import { mailSettings } from "#lib/env.ts";
import { countMessages } from "#lib/outbox/reads/counts.ts";
import { listMessages, mostShown } from "#lib/outbox/reads/messages.ts";
import { shows } from "#lib/outbox/views.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("state.messages"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MessagesPage({ searchParams }: Props) {
  const viewer = await requirePerson("settings:manage");
  const given = (await searchParams).show;
  const hasServer = mailSettings() !== null;
  const show = shows.find((one) => one === given) ?? (hasServer ? "waiting" : "kept");
  const [t, state, counts, messages] = await Promise.all([
    getTranslations("state.messages"),
    getTranslations("state"),
    countMessages(viewer, now()),
    listMessages(viewer, show),
  ]);
  const failed = messages.flatMap(({ id, state: is }) => (is === "failed" ? [id] : []));
  const trouble = counts.failed + counts.stuck;
  return (
    <>
      <PageHeader
        crumb={
          <Link href={rooms.state.path} className="opens">
            {state("title")}
          </Link>
        }
        answer={
          hasServer || trouble > 0
            ? t("answer", { trouble })
            : t("answerKept", { count: counts.kept })
        }
        actions={
          failed.length > 1 ? (
            <ActionForm
              action="message.retry"
              fixed={{ ids: failed }}
              submit={t("againAll")}
              done={t("againDone", { count: failed.length })}
              variant="default"
            />
          ) : null
        }
      />
      <Tabs
        label={t("tabs")}
        tabs={shows.map((one) => ({
          href: `?show=${one}`,
          label: t(`show.${one}`),
          count: counts[one],
          current: one === show,
        }))}
      />
      {messages.length === 0 ? (
        <EmptyState title={t(`empty.${show}`)}>{t(`emptyText.${show}`)}</EmptyState>
      ) : (
        <MessageTable messages={messages} />
      )}
      {counts[show] > mostShown ? (
        <p className="px-6 py-3 text-xs text-ink-muted max-md:px-4">{t("most")}</p>
      ) : null}
    </>
  );
}
