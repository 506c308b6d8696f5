import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Comments } from "#components/comment/comments.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { Evidence } from "#components/initiative/evidence.tsx";
import { factorViews } from "#components/initiative/factor-views.ts";
import { InitiativeActs } from "#components/initiative/initiative-acts.tsx";
import { InitiativeCrumb } from "#components/initiative/initiative-crumb.tsx";
import { InitiativeFacts } from "#components/initiative/initiative-facts.tsx";
import { Planned } from "#components/initiative/planned.tsx";
import { RicePanel } from "#components/initiative/rice-panel.tsx";
import { ScoreHistory } from "#components/initiative/score-history.tsx";
import { Serves } from "#components/initiative/serves.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listComments } from "#lib/comments/reads.ts";
import { initiativeKey, initiativeNumberOf } from "#lib/initiatives/number.ts";
import { findDelivery } from "#lib/initiatives/reads/delivery.ts";
import {
  findInitiative,
  listFactorVersions,
  listKeyResultsToServe,
  listServedKeyResults,
  listTeamChoices,
} from "#lib/initiatives/reads/initiative.ts";
import { findEvidence } from "#lib/initiatives/reads/insights-behind.ts";
import { writtenScore } from "#lib/initiatives/rice.ts";
import { findFollowing } from "#lib/notices/reads/following.ts";
import { currentQuarter, shiftQuarter } from "#lib/quarter.ts";
import { listHorizons } from "#lib/roadmap/reads/horizons.ts";
import { listPartsOf } from "#lib/roadmap/reads/roadmap.ts";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = initiativeNumberOf((await params).number);
  return { title: number ? initiativeKey(number) : undefined };
}

export default async function InitiativePage({ params }: Props) {
  const viewer = await requirePerson("initiative:read");
  const number = initiativeNumberOf((await params).number);
  const initiative = number ? await findInitiative(viewer, number) : null;
  if (!initiative) notFound();
  const at = moment();
  const quarter = currentQuarter(at);
  const { id } = initiative;
  const sees = can(viewer, "plan:read");
  const [
    t,
    evidence,
    versions,
    served,
    thisQuarter,
    nextQuarter,
    parts,
    teams,
    comments,
    following,
    delivery,
    planned,
  ] = await Promise.all([
    getTranslations("initiatives"),
    findEvidence(viewer, id),
    sees ? listFactorVersions(viewer, id) : [],
    listServedKeyResults(viewer, id),
    listKeyResultsToServe(viewer, quarter),
    listKeyResultsToServe(viewer, shiftQuarter(quarter, 1)),
    sees ? listPartsOf(viewer, id) : [],
    listTeamChoices(viewer),
    listComments(viewer, "initiative", id),
    findFollowing(viewer, "initiative", id),
    sees ? findDelivery(viewer, id) : null,
    sees ? null : listHorizons(viewer, at),
  ]);
  const isDelivered = delivery?.resolvedAt != null;
  const isOpen = !initiative.isArchived;
  return (
    <WithMessages of={["initiatives", "comments"]}>
      <PageHeader
        crumb={
          <>
            <Link href="/initiatives" className="underline decoration-line underline-offset-4">
              {t("title")}
            </Link>
            <InitiativeCrumb
              initiative={initiative}
              parts={parts}
              quarter={quarter}
              isDelivered={isDelivered}
              horizon={planned?.find((one) => one.number === number)?.horizon ?? null}
              withPlan={sees}
            />
          </>
        }
        answer={initiative.title}
        actions={
          isOpen && can(viewer, "initiative:edit") ? (
            <InitiativeActs initiative={initiative} teams={teams} />
          ) : null
        }
      />
      <div className="grid flex-1 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {sees ? (
            <RicePanel
              initiativeId={id}
              version={initiative.version}
              score={writtenScore(initiative)}
              factors={await factorViews(initiative, versions)}
              floor={evidence.totals.customers}
              mayScore={isOpen && can(viewer, "initiative:score")}
            />
          ) : null}
          <InitiativeFacts
            initiative={initiative}
            delivery={delivery}
            withPlan={sees}
            now={at.now}
            mayEdit={isOpen && can(viewer, "initiative:edit")}
            mayReadThemes={can(viewer, "theme:read")}
          />
          {sees ? (
            <Planned
              parts={parts}
              effortHalfMonths={initiative.effortHalfMonths}
              tribeCode={initiative.tribeCode}
              quarter={quarter}
              isDelivered={isDelivered}
            />
          ) : null}
          <Serves
            initiativeId={id}
            served={served}
            choices={[...thisQuarter, ...nextQuarter]}
            mayLink={isOpen && can(viewer, "okr:link")}
          />
          {sees ? <ScoreHistory versions={versions} /> : null}
        </div>
        <div className="border-line max-lg:border-t lg:border-l">
          <Evidence evidence={evidence} initiativeId={id} mayOpen={can(viewer, "insight:list")} />
          <Comments
            on="initiative"
            id={id}
            comments={comments}
            following={following}
            mayWrite={isOpen && can(viewer, "initiative:comment")}
          />
        </div>
      </div>
    </WithMessages>
  );
}
