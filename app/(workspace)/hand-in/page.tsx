import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandInForm } from "#components/hand-in/hand-in-form.tsx";
import { OwnInsights } from "#components/hand-in/own-insights.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { defaultTimeZone, now } from "#lib/clock.ts";
import { countOwnInsights, listOwnInsights, listTribeChoices } from "#lib/insights/queries.ts";
import { dayOf } from "#lib/quarter.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handIn"))("title") };
}

export default async function HandInPage({ searchParams }: Props) {
  const viewer = await requirePerson("insight:hand-in");
  const given = await searchParams;
  const start = {
    text: textOf(given.text, 20_000),
    title: textOf(given.title, 500),
    customer: textOf(given.customer, 200),
  };
  const [t, insights, counts, tribes] = await Promise.all([
    getTranslations("handIn"),
    listOwnInsights(viewer),
    countOwnInsights(viewer),
    listTribeChoices(viewer),
  ]);
  return (
    <>
      <PageHeader crumb={t("title")} answer={t("answer", counts)} />
      <WithMessages of={["handIn"]}>
        <HandInForm personId={viewer.id} start={start} />
      </WithMessages>
      <section aria-labelledby="own" className="border-t border-line pt-4">
        <h2 id="own" className="mb-2 px-6 text-base font-semibold max-md:px-4">
          {t("own")}
          {counts.count > insights.length ? (
            <span className="ml-2 text-xs font-normal text-ink-muted">
              {t("newest", { shown: insights.length, count: counts.count })}
            </span>
          ) : null}
        </h2>
        {insights.length === 0 ? (
          <p className="px-6 pb-4 text-ink-muted max-md:px-4">{t("none")}</p>
        ) : (
          <OwnInsights insights={insights} tribes={tribes} today={dayOf(now(), defaultTimeZone)} />
        )}
      </section>
    </>
  );
}

function textOf(given: string | string[] | undefined, most: number): string {
  return (Array.isArray(given) ? given[0] : given)?.slice(0, most) ?? "";
}
