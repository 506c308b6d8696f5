import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ImportPeople } from "#components/people/import-people.tsx";
import { PersonFields } from "#components/people/person-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { listPeople, listPlaceChoices } from "#lib/people/reads/people.ts";
import { storable } from "#lib/text.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.people"))("title") };
}

const address = z.object({ q: z.string().max(200).transform(storable).catch("") });

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await requirePerson("people:manage");
  const { q } = address.parse(await searchParams);
  const [t, hats, people, choices] = await Promise.all([
    getTranslations("settings.people"),
    getTranslations("hats"),
    listPeople(viewer, q, moment()),
    listPlaceChoices(viewer),
  ]);
  return (
    <WithMessages of={["people"]}>
      <PageHeader
        crumb={t("title")}
        answer={t("answer", { count: people.length, q: q || "none" })}
        actions={
          <>
            <ImportPeople />
            <DialogForm
              button={t("add")}
              look="primary"
              title={t("add")}
              description={t("addText")}
              action="person.add"
              submit={t("add")}
              done={t("added")}
            >
              <PersonFields choices={choices} language={viewer.language} />
            </DialogForm>
          </>
        }
      />
      <form className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-3 max-md:px-4">
        <Field label={t("search")} name="q" defaultValue={q} maxLength={200} />
        <Button type="submit">{t("find")}</Button>
      </form>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <ColumnHead>{t("name")}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t("hats")}</ColumnHead>
            <ColumnHead className="max-lg:hidden">{t("teams")}</ColumnHead>
            <ColumnHead className="max-lg:hidden">{t("department")}</ColumnHead>
            <ColumnHead className="max-lg:hidden">{t("manager")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id}>
              <RowHead>
                <Link href={`/settings/people/${person.id}`} className="hover:underline">
                  {person.name}
                </Link>{" "}
                {person.isClosed ? <Chip>{t("closed")}</Chip> : null}
                <span className="block text-xs font-normal text-ink-muted">{person.email}</span>
              </RowHead>
              <Cell className="text-xs max-md:hidden">
                {person.hats
                  .map(({ code, place }) => (place ? `${hats(code)}, ${place}` : hats(code)))
                  .join(" · ")}
              </Cell>
              <Cell className="text-xs text-ink-muted max-lg:hidden">
                {person.teams.join(", ")}
              </Cell>
              <Cell className="text-xs text-ink-muted max-lg:hidden">{person.department}</Cell>
              <Cell className="text-xs text-ink-muted max-lg:hidden">{person.manager}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </WithMessages>
  );
}
