import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EntryActs, EntryAsks } from "#components/catalogue/entry-acts.tsx";
import { EntrySheet } from "#components/catalogue/entry-sheet.tsx";
import { teamOptions } from "#components/catalogue/team-options.ts";
import { ToldHistory } from "#components/history/told-history.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { findEntry } from "#lib/catalogue/reads/entries.ts";
import { moment } from "#lib/clock.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { listInitiativesNamed } from "#lib/initiatives/reads/initiatives.ts";
import { listTribeChoices } from "#lib/insights/reads/insights.ts";
import { currentQuarter, quarterName } from "#lib/quarter.ts";

type Props = { params: Promise<{ id: string }> };

const MOST_INITIATIVES = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

export default async function EntryPage({ params }: Props) {
  const viewer = await requirePerson("catalogue:read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const at = moment();
  const entry = await findEntry(viewer, id, at);
  if (!entry) notFound();
  const mayEdit = !entry.isArchived && can(viewer, "catalogue:edit");
  const [t, tribes, initiatives, history] = await Promise.all([
    getTranslations("catalogue"),
    mayEdit ? listTribeChoices(viewer) : [],
    mayEdit ? listInitiativesNamed(viewer, "", MOST_INITIATIVES) : [],
    can(viewer, "catalogue:edit") ? historyOf(viewer, [id]) : [],
  ]);
  const planned = entry.quarter === null ? "none" : quarterName(entry.quarter);
  const choices = { teams: teamOptions(tribes), initiatives, current: currentQuarter(at) };
  return (
    <WithMessages of={["catalogue"]}>
      <PageHeader
        crumb={
          <>
            <Link href="/catalogue" className="underline decoration-line underline-offset-4">
              {t("title")}
            </Link>
            {entry.team ? <span>{entry.team}</span> : null}
            {entry.isDraft ? <Chip tone="line">{t("ask.draft")}</Chip> : null}
            {entry.isArchived ? <Chip tone="line">{t("page.archived")}</Chip> : null}
          </>
        }
        answer={t("direct", {
          answer: t(`answer.${entry.answer}`, { quarter: planned }),
          title: entry.title,
        })}
        actions={mayEdit ? <EntryActs entry={entry} choices={choices} /> : null}
      />
      {entry.isArchived ? null : <EntryAsks entry={entry} mayEdit={mayEdit} />}
      <div className="border-b border-line px-6 py-4 max-md:px-4">
        <EntrySheet entry={entry} />
      </div>
      {history.length > 0 ? (
        <Section title={t("page.history")}>
          <ToldHistory entries={history} />
        </Section>
      ) : null}
    </WithMessages>
  );
}
