import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fieldsOfLink } from "#components/hand-in/fields-of-link.ts";
import { HandInForm } from "#components/hand-in/hand-in-form.tsx";
import { LinkTemplates } from "#components/hand-in/link-templates.tsx";
import { OwnInsights } from "#components/hand-in/own-insights.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { handInLink, signInForHandIn } from "#lib/insights/hand-in-link.ts";
import {
  countOwnInsights,
  listOwnInsights,
  listTribeChoices,
} from "#lib/insights/reads/insights.ts";
import { todayOf } from "#lib/quarter.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handIn"))("title") };
}

export default async function HandInPage({ searchParams }: Props) {
  const link = handInLink.parse(await searchParams);
  const viewer = await requirePerson("insight:hand-in", {}, signInForHandIn(link));
  const today = todayOf(moment());
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
        <HandInForm personId={viewer.id} start={fieldsOfLink(link)} today={today} />
      </WithMessages>
      <details className="px-6 pb-4 max-md:px-4">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink max-md:min-h-11 max-md:content-center">
          {t("anywhere")}
        </summary>
        <p className="mt-1 mb-3 text-ink-muted">{t("anywhereNote")}</p>
        <WithMessages of={["handIn"]}>
          <LinkTemplates base={env().NEXTAUTH_URL?.replace(/\/$/, "") ?? ""} />
        </WithMessages>
      </details>
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
          <OwnInsights insights={insights} tribes={tribes} today={today} />
        )}
      </section>
    </>
  );
}
