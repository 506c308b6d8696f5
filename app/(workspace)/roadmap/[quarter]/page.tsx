import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { RoadmapScreen } from "#components/roadmap/roadmap-screen.tsx";
import { quarterChoices } from "#components/shell/quarter-choices.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { currentQuarter, isQuarter, quarterName } from "#lib/quarter.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";

type Props = {
  params: Promise<{ quarter: string }>;
  searchParams: Promise<{ tribe?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { quarter }] = await Promise.all([getTranslations("roadmap"), params]);
  return { title: `${t("title")} ${quarterName(quarter)}` };
}

export default async function RoadmapPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("roadmap:read");
  const [{ quarter }, { tribe }] = await Promise.all([params, searchParams]);
  if (!isQuarter(quarter)) notFound();
  // A link of a colleague's leads to what one may read of it.
  if (!can(viewer, "plan:read")) redirect("/roadmap");
  const at = moment();
  const roadmap = await findRoadmap(viewer, quarter, at);
  const scope = roadmap.tribes.find((one) => one.code === tribe)?.code ?? null;
  const query = scope ? `?tribe=${scope}` : "";
  const choices = quarterChoices("roadmap", quarter, currentQuarter(at), query);
  return (
    <WithMessages of={["roadmap"]}>
      <RoadmapScreen
        roadmap={roadmap}
        choices={choices}
        scope={scope}
        mayLink={can(viewer, "initiative:edit") && can(viewer, "okr:link")}
      />
    </WithMessages>
  );
}
