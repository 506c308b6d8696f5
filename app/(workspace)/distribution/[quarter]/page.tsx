import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DistributionScreen } from "#components/distribution/distribution-screen.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { quarterChoices } from "#components/shell/quarter-choices.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { entrySorts } from "#lib/distribution/entries.ts";
import { findDistribution } from "#lib/distribution/reads.ts";
import { isTooFar } from "#lib/distribution/rules.ts";
import { currentQuarter, isQuarter, quarterName } from "#lib/quarter.ts";

type Props = {
  params: Promise<{ quarter: string }>;
  searchParams: Promise<Record<"tribe" | "sort" | "by", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { quarter }] = await Promise.all([getTranslations("distribution"), params]);
  return { title: `${t("title")} ${quarterName(quarter)}` };
}

export default async function DistributionPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("insight:list");
  const [{ quarter }, { tribe, sort, by }] = await Promise.all([params, searchParams]);
  const at = moment();
  // Nothing can be shared out that far ahead, so there is no such screen either.
  if (!isQuarter(quarter) || isTooFar(quarter, at)) notFound();
  const asked = typeof tribe === "string" ? tribe : undefined;
  const distribution = await findDistribution(viewer, quarter, asked, at);
  if (!distribution && asked === undefined) return <NoTribe />;
  if (!distribution) notFound();
  const { code } = distribution.tribe;
  return (
    <WithMessages of={["distribution"]}>
      <DistributionScreen
        // Another Tribe or quarter is another screen: what was selected in the last one is not.
        key={`${quarter} ${code}`}
        distribution={distribution}
        asked={{
          sort: entrySorts.find((one) => one === sort) ?? "theme",
          by: by === "insight" ? "insight" : "theme",
        }}
        choices={quarterChoices(
          "distribution",
          quarter,
          currentQuarter(at),
          asked ? `?tribe=${code}` : "",
        )}
        now={at.now.toISOString()}
      />
    </WithMessages>
  );
}

async function NoTribe() {
  const t = await getTranslations("distribution");
  return (
    <>
      <PageHeader crumb={t("title")} answer={t("noTribe.answer")} />
      <EmptyState
        title={t("noTribe.title")}
        action={<ButtonLink href="/tribes">{t("noTribe.action")}</ButtonLink>}
      >
        {t("noTribe.text")}
      </EmptyState>
    </>
  );
}
