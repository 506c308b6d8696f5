import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { HistoryList } from "#components/history/history-list.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Select } from "#components/ui/select.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { companyTimeZone } from "#lib/clock.ts";
import { calendarDay } from "#lib/day.ts";
import { listActors, listAudit } from "#lib/history/reads/history.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

const day = calendarDay.nullable().catch(null);
const address = z.object({
  person: z.uuid().nullable().catch(null),
  from: day,
  to: day,
  after: z.string().max(100).nullable().catch(null),
});

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await requirePerson("audit:read");
  const { person, from, to, after } = address.parse(await searchParams);
  const filter = { personId: person, from, to, timeZone: companyTimeZone() };
  const [t, page, actors] = await Promise.all([
    getTranslations("audit"),
    listAudit(viewer, filter, after),
    listActors(viewer),
  ]);
  const chosen = actors.find(({ id }) => id === person)?.name;
  const query = new URLSearchParams(
    Object.entries({ person, from, to }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  const next = new URLSearchParams(query);
  if (page.next) next.set("after", page.next);
  const newest = page.entries[0];
  return (
    <>
      <PageHeader
        crumb={t("title")}
        answer={
          newest
            ? t("answer", {
                who: chosen ?? "none",
                more: page.next ? "yes" : "no",
                count: page.entries.length,
              })
            : t("empty.title")
        }
      />
      <form className="flex flex-wrap items-end gap-3 border-b border-line px-6 py-3 max-md:px-4">
        <Select
          label={t("person")}
          name="person"
          empty={t("everybody")}
          defaultValue={person ?? ""}
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field label={t("from")} name="from" type="date" defaultValue={from ?? ""} />
        <Field label={t("to")} name="to" type="date" defaultValue={to ?? ""} />
        <Button type="submit">{t("filter")}</Button>
      </form>
      {newest ? (
        <HistoryList entries={page.entries} />
      ) : (
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      )}
      <nav aria-label={t("pages")} className="flex gap-2 px-6 py-3 max-md:px-4">
        {after ? <ButtonLink href={`/audit?${query}`}>{t("newest")}</ButtonLink> : null}
        {page.next ? <ButtonLink href={`/audit?${next}`}>{t("older")}</ButtonLink> : null}
      </nav>
    </>
  );
}
