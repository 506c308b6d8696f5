import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "#components/form/action-form.tsx";
import { HistoryList } from "#components/history/history-list.tsx";
import { AccountSection } from "#components/people/account-section.tsx";
import { HatsSection } from "#components/people/hats-section.tsx";
import { PersonFields } from "#components/people/person-fields.tsx";
import { PlacesSection } from "#components/people/places-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { findPerson, listPlaceChoices } from "#lib/people/reads/people.ts";
import { todayOf } from "#lib/quarter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.people"))("title") };
}

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requirePerson("people:manage");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const [t, people, person, choices] = await Promise.all([
    getTranslations("settings.person"),
    getTranslations("settings.people"),
    findPerson(viewer, id),
    listPlaceChoices(viewer),
  ]);
  if (!person) notFound();
  const rows = [
    id,
    ...person.hats.map((hat) => hat.id),
    ...person.memberships.map((one) => one.id),
  ];
  const history = await historyOf(viewer, rows);
  const today = todayOf(moment());
  return (
    <>
      <PageHeader
        crumb={
          <Link href="/settings/people" className="opens">
            {people("title")}
          </Link>
        }
        answer={person.name}
      />
      {person.isClosed ? <p className="px-6 py-3 text-ink-muted">{t("isClosed")}</p> : null}
      {person.isClosed ? null : (
        <>
          <Section title={t("profile")}>
            <ActionForm
              action="person.edit"
              fixed={{ id, version: person.version }}
              submit={t("save")}
              done={t("saved")}
              className="grid max-w-md gap-3"
            >
              <PersonFields key={person.version} choices={choices} person={person} />
            </ActionForm>
          </Section>
          <HatsSection person={person} choices={choices} today={today} />
          <PlacesSection person={person} choices={choices} today={today} />
          <AccountSection id={id} email={person.email} hasBegun={person.hasBegun} />
        </>
      )}
      <Section title={t("history")}>
        <div className="-mx-6 max-md:-mx-4">
          <HistoryList entries={history} />
        </div>
      </Section>
    </>
  );
}
