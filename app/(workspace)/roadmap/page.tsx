import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Horizons } from "#components/roadmap/horizons.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { currentQuarter } from "#lib/quarter.ts";
import { listHorizons } from "#lib/roadmap/reads/horizons.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roadmap"))("title") };
}

/** A quarter's plan for whoever plans; what comes now, next and later for everybody else. */
export default async function RoadmapOfTodayPage() {
  const viewer = await requirePerson("roadmap:read");
  const at = moment();
  if (can(viewer, "plan:read")) redirect(`/roadmap/${currentQuarter(at)}`);
  return <Horizons planned={await listHorizons(viewer, at)} />;
}
