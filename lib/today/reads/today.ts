import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import type { Unestimated } from "#lib/initiatives/reads/unestimated.ts";
import {
  currentQuarter,
  elapsedShare,
  type Moment,
  type Quarter,
  shiftQuarter,
} from "#lib/quarter.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import type { Duty, Task } from "#lib/today/facts.ts";
import { gaugeOf, type TodayGauge } from "#lib/today/gauge.ts";
import {
  backupFacts,
  desksFacts,
  executiveFacts,
  importFacts,
  messageFacts,
  startFacts,
} from "#lib/today/reads/company.ts";
import { waitingListed } from "#lib/today/reads/counts.ts";
import {
  bugFacts,
  findEstimates,
  inboxFacts,
  teamFacts,
  tribeFacts,
  voiceFacts,
} from "#lib/today/reads/team.ts";
import { tasksOf } from "#lib/today/tasks.ts";
import { wears } from "#lib/today/wears.ts";

export type Today = {
  quarter: Quarter;
  tasks: Task[];
  estimates: Unestimated[];
  gauge: TodayGauge | null;
  duty: Duty | null;
};

/** What needs this person now, by each hat they wear, and the tech share of where they work. */
export async function findToday(viewer: PersonActor, at: Moment): Promise<Today> {
  authorise(viewer, "insight:hand-in");
  const quarter = currentQuarter(at);
  const { tribes } = can(viewer, "insight:list")
    ? await findRoadmap(viewer, quarter, at)
    : { tribes: [] };
  const [
    team,
    tribe,
    bugs,
    voices,
    inbox,
    executive,
    desks,
    inboxAge,
    imports,
    start,
    estimates,
    backups,
    messages,
  ] = await Promise.all([
    teamFacts(viewer, quarter, at, tribes),
    tribeFacts(viewer, quarter, tribes),
    bugFacts(viewer, at),
    voiceFacts(viewer, at, tribes),
    inboxFacts(viewer, at),
    executiveFacts(viewer, quarter, at, tribes),
    desksFacts(viewer, at.now),
    wears(viewer, "product-ops") ? waitingListed({}, at) : null,
    importFacts(viewer, at.now),
    startFacts(viewer, at, tribes),
    findEstimates(viewer),
    backupFacts(viewer, at.now),
    messageFacts(viewer, at.now),
  ]);
  const tasks = tasksOf({
    ...{ quarter, next: shiftQuarter(quarter, 1), elapsed: elapsedShare(quarter, at) },
    ...{
      team,
      tribe,
      bugs,
      voices,
      ...inbox,
      ...executive,
      desks,
      inboxAge,
      imports,
      start,
      backups,
      messages,
    },
  });
  return { quarter, tasks, estimates, gauge: gaugeOf(viewer, quarter, tribes), duty: inbox.duty };
}
