import "server-only";
import type { PersonActor, WornHat } from "#lib/auth/actor.ts";
import { hatSets } from "#lib/auth/hats.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { countPool } from "#lib/distribution/reads.ts";
import { type ImportRunView, listImportRuns } from "#lib/imports/reads/runs.ts";
import { isUnfinished } from "#lib/imports/schema.ts";
import type { ListFilter } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { whereSql } from "#lib/insights/reads/list-sql.ts";
import { listObjectives } from "#lib/okrs/reads.ts";
import { objectiveTree, summaryOf } from "#lib/okrs/tree.ts";
import {
  currentQuarter,
  elapsedShare,
  type Moment,
  type Quarter,
  shiftQuarter,
  todayOf,
} from "#lib/quarter.ts";
import { type Band, COMPANY_BAND } from "#lib/roadmap/band.ts";
import { bandsOf, effortOf, type Lane, lanesOf, type TribeBoard } from "#lib/roadmap/board.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { type Effort, techShare } from "#lib/roadmap/tech-share.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { heldOn } from "#lib/sql/dated.ts";
import { oneRow } from "#lib/sql/rows.ts";
import { freshFilter, type Task, tasksOf, toAnswerFilter } from "#lib/today/tasks.ts";

export type TodayGauge = Effort & {
  /** Null: the company. */
  name: string | null;
  band: Band;
  companyBand: Band | null;
  href: string;
};

export type Today = { quarter: Quarter; tasks: Task[]; gauge: TodayGauge | null };

/** What needs this person now, and the tech share of where they work. */
export async function findToday(viewer: PersonActor, at: Moment): Promise<Today> {
  authorise(viewer, "insight:hand-in");
  const quarter = currentQuarter(at);
  const next = shiftQuarter(quarter, 1);
  const elapsed = elapsedShare(quarter, at);
  const { tribes } = await findRoadmap(viewer, quarter, at);
  const [team, tribe, inbox, company, imports, start] = await Promise.all([
    teamFacts(viewer, quarter, at, tribes),
    tribeFacts(viewer, quarter, next, tribes),
    wears(viewer, "pm", "lead-pm", "deputy") ? count({}, at) : null,
    companyFacts(viewer, quarter, elapsed, tribes),
    importFacts(viewer, at.now),
    startFacts(viewer, at, tribes),
  ]);
  const tasks = tasksOf({ quarter, next, elapsed, team, tribe, inbox, company, imports, start });
  return { quarter, tasks, gauge: gaugeOf(viewer, quarter, tribes) };
}

async function teamFacts(
  viewer: PersonActor,
  quarter: Quarter,
  at: Moment,
  tribes: readonly TribeBoard[],
) {
  const teamId = viewer.hats.find(({ code }) => code === "pm")?.teamId;
  const lane = tribes.flatMap(({ lanes }) => lanes).find((one) => one.teamId === teamId);
  if (!teamId || !lane) return null;
  const [fresh, toAnswer] = await Promise.all([
    count(freshFilter(teamId, quarter), at),
    count(toAnswerFilter(teamId), at),
  ]);
  return { id: teamId, name: lane.name, fresh, toAnswer };
}

async function tribeFacts(
  viewer: PersonActor,
  quarter: Quarter,
  next: Quarter,
  tribes: readonly TribeBoard[],
) {
  const tribe = ledTribe(viewer, tribes);
  if (!tribe) return null;
  const [pool, nextQuarter] = await Promise.all([
    countPool(viewer, tribe.id, quarter),
    db().tribeQuarter.findUnique({
      where: { tribeId_quarter: { tribeId: tribe.id, quarter: next } },
      select: { state: true },
    }),
  ]);
  const isNextDraft = (nextQuarter?.state ?? "draft") === "draft";
  const { code, name } = tribe;
  const unset = tribe.lanes.filter(isUnset).length;
  return { code, name, pool, gauge: shareOf(tribe).state, isNextDraft, unset };
}

async function companyFacts(
  viewer: PersonActor,
  quarter: Quarter,
  elapsed: number,
  tribes: readonly TribeBoard[],
) {
  if (!wears(viewer, "cpo")) return null;
  const isOutside = (tribe: TribeBoard) => ["below", "above"].includes(shareOf(tribe).state);
  const objectives = objectiveTree(await listObjectives(viewer, quarter), elapsed);
  return {
    outside: tribes.filter(isOutside).map(({ name }) => name),
    okrsBehind: summaryOf(objectives).lagging,
  };
}

/** Refusals of the last fortnight; what runs or waits for an answer, however long it does. */
async function importFacts(viewer: PersonActor, now: Date) {
  if (!can(viewer, "import:read")) return null;
  const runs = await listImportRuns(viewer);
  const since = new Date(now.getTime() - 14 * 86_400_000);
  const goesOn = (run: ImportRunView) => isUnfinished(run.state) || run.state === "asking";
  const isToRead = (run: ImportRunView) =>
    run.refused > 0 || run.state === "refused" || run.state === "failed";
  return {
    refused: runs.filter((run) => !goesOn(run) && isToRead(run) && run.createdAt >= since).length,
    running: runs.filter(goesOn).length,
  };
}

/** How much of the company there is, for whoever sets it up. */
async function startFacts(viewer: PersonActor, at: Moment, tribes: readonly TribeBoard[]) {
  if (!can(viewer, "people:manage")) return null;
  const [insights, leads] = await Promise.all([
    db().insight.count({ take: 1 }),
    db().hat.findMany({
      where: {
        code: "lead-pm",
        ...heldOn(todayOf(at)),
        person: { deactivatedAt: null },
      },
      select: { tribeId: true },
    }),
  ]);
  const led = new Set(leads.map(({ tribeId }) => tribeId));
  const namesOf = (some: readonly TribeBoard[]) => some.map(({ name }) => name);
  return {
    tribes: tribes.length,
    insights,
    unled: namesOf(tribes.filter(({ id }) => !led.has(id))),
    unplanned: namesOf(tribes.filter(({ lanes }) => lanes.every(isUnset))),
  };
}

const isUnset = ({ capacityHalfMonths }: Lane) => capacityHalfMonths === null;

/** The team of a PM, the Tribe of a lead, the company of the CPO; null for whom no share is theirs. */
function gaugeOf(
  viewer: PersonActor,
  quarter: Quarter,
  tribes: readonly TribeBoard[],
): TodayGauge | null {
  const teamIds = new Set(viewer.hats.map(({ teamId }) => teamId));
  const tribe = tribes.find(({ lanes }) => lanes.some((lane) => teamIds.has(lane.teamId)));
  const lane = tribe?.lanes.find(({ teamId }) => teamIds.has(teamId));
  const path = `/roadmap/${quarter}`;
  if (tribe && lane)
    return {
      name: lane.name,
      ...effortOf([lane]),
      ...bandsOf(tribe, lane),
      href: `${path}?tribe=${tribe.code}`,
    };
  const led = ledTribe(viewer, tribes);
  if (led)
    return {
      name: led.name,
      ...effortOf(led.lanes),
      ...bandsOf(led),
      href: `${path}?tribe=${led.code}`,
    };
  if (!wears(viewer, "cpo")) return null;
  const company = effortOf(lanesOf({ tribes, tray: [] }));
  return { name: null, ...company, band: COMPANY_BAND, companyBand: null, href: path };
}

function ledTribe(viewer: PersonActor, tribes: readonly TribeBoard[]): TribeBoard | undefined {
  const led = new Set(viewer.hats.filter(leads).map(({ tribeId }) => tribeId));
  return tribes.find(({ id }) => led.has(id));
}

const leads = (hat: WornHat) => hatSets[hat.code] === "lead" && hat.tribeId !== null;
const wears = (viewer: PersonActor, ...codes: WornHat["code"][]) =>
  viewer.hats.some(({ code }) => codes.includes(code));
const shareOf = (tribe: TribeBoard) => techShare({ ...effortOf(tribe.lanes), ...bandsOf(tribe) });

/** As the list of that filter counts. */
async function count(filter: Partial<ListFilter>, at: Moment): Promise<number> {
  const found = await oneRow(db(), onlyCount)`
    SELECT count(*)::int AS count FROM insight i WHERE ${whereSql({ ...listFilterOf({}), ...filter }, at)}`;
  return found.count;
}
