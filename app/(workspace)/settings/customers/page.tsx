import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CustomerTable } from "#components/customer/customer-table.tsx";
import { ErasureList } from "#components/customer/erasure-list.tsx";
import { ForgetPerson } from "#components/customer/forget-person.tsx";
import { ImportAccounts } from "#components/customer/import-accounts.tsx";
import { PairList } from "#components/customer/pair-list.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pages } from "#components/ui/pages.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import { customersOnPage, listCustomers, listPairs } from "#lib/customers/reads/customers.ts";
import { findRequesters } from "#lib/customers/reads/requesters.ts";
import { listErasures } from "#lib/erasure/reads/erasures.ts";
import { previewErasure } from "#lib/erasure/reads/preview.ts";
import { storable } from "#lib/text.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

const address = z.object({
  view: z.enum(["customers", "people"]).catch("customers"),
  q: z.string().max(200).transform(storable).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  forget: z.uuid().nullable().catch(null),
});
type Address = z.output<typeof address>;

export default async function CustomersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await requirePerson("source:manage");
  const asked = address.parse(await searchParams);
  const t = await getTranslations("customers");
  const { pairs, total: waiting } = await listPairs(viewer);
  const customers = await listCustomers(
    viewer,
    asked.view === "customers" ? asked.q : "",
    asked.page,
  );
  const tabs = (["customers", "people"] as const).map((view) => ({
    href: view === "customers" ? "/settings/customers" : "/settings/customers?view=people",
    label: t(`view.${view}`),
    current: asked.view === view,
  }));
  return (
    <WithMessages of={["customers"]}>
      <PageHeader
        crumb={t("title")}
        answer={
          asked.view === "people"
            ? t("forget.answer")
            : t("answer", { count: customers.total, pairs: waiting, q: asked.q || "none" })
        }
        actions={asked.view === "customers" ? <ImportAccounts /> : null}
      />
      <Tabs label={t("title")} tabs={tabs} />
      {asked.view === "people" ? (
        <People viewer={viewer} asked={asked} />
      ) : (
        <>
          {pairs.length > 0 ? (
            <Section title={t("pairs.title")} note={t("pairs.note", { count: waiting })}>
              <PairList pairs={pairs} />
            </Section>
          ) : null}
          <form className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-3 max-md:px-4">
            <Field label={t("list.search")} name="q" defaultValue={asked.q} maxLength={200} />
            <Button type="submit">{t("list.find")}</Button>
          </form>
          {customers.rows.length > 0 ? (
            <CustomerTable rows={customers.rows} />
          ) : (
            <EmptyState title={t("list.none")}>{asked.q ? null : t("list.noneText")}</EmptyState>
          )}
          <Pages
            page={asked.page}
            total={customers.total}
            onPage={customersOnPage}
            to={(page) =>
              `/settings/customers?${new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), page: String(page) })}`
            }
          />
        </>
      )}
    </WithMessages>
  );
}

async function People({ viewer, asked: { q, forget } }: { viewer: PersonActor; asked: Address }) {
  const [found, preview, erasures] = await Promise.all([
    findRequesters(viewer, q),
    forget ? previewErasure(viewer, forget) : null,
    listErasures(viewer),
  ]);
  return (
    <>
      <ForgetPerson
        text={q}
        found={found}
        asked={forget && preview ? { id: forget, preview } : null}
      />
      <ErasureList erasures={erasures} now={now()} />
    </>
  );
}
