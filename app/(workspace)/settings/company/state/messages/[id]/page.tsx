import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { MessageState } from "#components/state/message-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { mailSettings } from "#lib/env.ts";
import { asHtml } from "#lib/outbox/mail/as-html.ts";
import { addressOf } from "#lib/outbox/mail/sender.ts";
import { findMessage } from "#lib/outbox/reads/messages.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("state.messages"))("title") };
}

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requirePerson("settings:manage");
  const id = z.uuid().safeParse((await params).id).data;
  const message = id ? await findMessage(viewer, id, moment()) : null;
  if (!message) notFound();
  const t = await getTranslations("state.messages");
  const { letter } = message;
  const from = mailSettings()?.from;
  const sender = letter?.sender ?? "Tribune";
  const facts = [
    [t("mail.from"), from ? `${sender} <${addressOf(from)}>` : sender],
    [t("mail.to"), `${message.recipient} <${message.email}>`],
    [t("mail.subject"), letter?.subject ?? ""],
    [t("mail.id"), message.messageId ?? ""],
  ].filter(([, value]) => value !== "");
  return (
    <>
      <PageHeader
        crumb={
          <Link href="/settings/company/state/messages" className="opens">
            {t("title")}
          </Link>
        }
        answer={t("mail.title", { name: message.recipient })}
      />
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-b border-line px-6 py-3 max-md:px-4">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-muted">{t("mail.state")}</dt>
        <dd>
          <MessageState message={message} />
        </dd>
      </dl>
      {letter ? (
        <>
          <p className="px-6 py-2 text-xs text-ink-muted max-md:px-4">{t("mail.narrowed")}</p>
          {/* Nothing in it runs, and no link of it leads anywhere from here. */}
          <iframe
            title={t("mail.frame")}
            sandbox=""
            srcDoc={asHtml(letter, viewer.theme === "system" ? null : viewer.theme)}
            className="h-[44rem] w-full border-t border-line"
          />
        </>
      ) : (
        <EmptyState title={t("mail.nothing")}>{t("mail.nothingText")}</EmptyState>
      )}
    </>
  );
}
