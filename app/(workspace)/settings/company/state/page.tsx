import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BackupsSection } from "#components/state/backups-section.tsx";
import { MessagesSection } from "#components/state/messages-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { rooms } from "#lib/auth/navigation.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { isAiling, readKeptBackups } from "#lib/backup/reads/kept-backups.ts";
import { now } from "#lib/clock.ts";
import { mailSettings } from "#lib/env.ts";
import { countMessages } from "#lib/outbox/reads/counts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("state"))("title") };
}

/** How the house itself is: each part says what is wrong with it and what to do. */
export default async function StatePage() {
  const viewer = await requirePerson("settings:manage");
  const at = now();
  const [t, company, backups, messages] = await Promise.all([
    getTranslations("state"),
    getTranslations("settings.company"),
    readKeptBackups(viewer, at),
    countMessages(viewer, at),
  ]);
  const ailing = [isAiling(backups), messages.failed + messages.stuck > 0].filter(Boolean).length;
  return (
    <>
      <PageHeader
        crumb={
          <Link href={rooms.company.path} className="opens">
            {company("title")}
          </Link>
        }
        answer={t("answer", { ailing })}
      />
      <BackupsSection kept={backups} now={at} />
      <MessagesSection counts={messages} hasServer={mailSettings() !== null} />
    </>
  );
}
