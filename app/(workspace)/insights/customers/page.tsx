import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { CustomersBehind } from "#components/insight/behind/customers.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { findCustomersOfList } from "#lib/insights/reads/behind.ts";
import { countMatching } from "#lib/insights/reads/list.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.ofList"))("title") };
}

/** Who speaks through a list of insights: what a number of customers, or a sum of their money, opens. */
export default async function CustomersOfListPage({ searchParams }: Props) {
  const viewer = await requirePerson("insight:list");
  const filter = listFilterOf(await searchParams);
  const at = moment();
  const [t, customers, insights] = await Promise.all([
    getTranslations("insights.ofList"),
    findCustomersOfList(viewer, filter, at),
    countMatching(viewer, filter, at),
  ]);
  return (
    <WithMessages of={["insights"]}>
      <PageHeader
        crumb={
          <Link href={`/insights?${addressOf(filter)}`} className="opens">
            {t("insights", { count: insights })}
          </Link>
        }
        answer={t("answer", { count: customers.length })}
      />
      <div id="customers" className="max-w-3xl px-6 py-4 max-md:px-4">
        <CustomersBehind customers={customers} of={filter} mayOpen />
      </div>
    </WithMessages>
  );
}
