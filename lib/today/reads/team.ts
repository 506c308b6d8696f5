import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { countPool } from "#lib/distribution/reads.ts";
import { listDutyWeeks } from "#lib/duty/reads.ts";
import { holderOf } from "#lib/duty/rota.ts";
import { listUnestimated, type Unestimated } from "#lib/initiatives/reads/unestimated.ts";
import { placingOnDuty } from "#lib/insights/list/on-duty.ts";
import { countPlaced } from "#lib/insights/reads/placing.ts";
import { type Moment, type Quarter, shiftQuarter, todayOf } from "#lib/quarter.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";
import { isUnset, shareOf } from "#lib/today/boards.ts";
import { ledTribe } from "#lib/today/led.ts";
import { countListed, waitingListed } from "#lib/today/reads/counts.ts";
import { bugsFilter, freshFilter, toAnswerFilter, voicesFilter } from "#lib/today/tasks.ts";
import { wears } from "#lib/today/wears.ts";

// What a Tribe's affairs ask of those who work in it: PM, leads, and each craft.

export async function teamFacts(
  viewer: PersonActor,
  quarter: Quarter,
  at: Moment,
  tribes: readonly TribeBoard[],
) {
  const teamId = viewer.hats.find(({ code }) => code === "pm")?.teamId;
  const lane = tribes.flatMap(({ lanes }) => lanes).find((one) => one.teamId === teamId);
  if (!teamId || !lane) return null;
  const [fresh, toAnswer] = await Promise.all([
    countListed(freshFilter(teamId, quarter), at),
    countListed(toAnswerFilter(teamId), at),
  ]);
  return { id: teamId, name: lane.name, fresh, toAnswer };
}

export async function tribeFacts(
  viewer: PersonActor,
  quarter: Quarter,
  tribes: readonly TribeBoard[],
) {
  const tribe = ledTribe(viewer, tribes);
  if (!tribe) return null;
  const next = { tribeId: tribe.id, quarter: shiftQuarter(quarter, 1) };
  const [pool, nextQuarter] = await Promise.all([
    countPool(viewer, tribe.id, quarter),
    db().tribeQuarter.findUnique({ where: { tribeId_quarter: next }, select: { state: true } }),
  ]);
  const isNextDraft = (nextQuarter?.state ?? "draft") === "draft";
  const { code, name } = tribe;
  const unset = tribe.lanes.filter(isUnset).length;
  return { code, name, pool, gauge: shareOf(tribe).state, isNextDraft, unset };
}

/** Bugs that no Tribe has yet, for QA. */
export async function bugFacts(viewer: PersonActor, at: Moment) {
  return wears(viewer, "qa") ? waitingListed(bugsFilter, at) : null;
}

/** What their Tribe was told, for whoever designs for it. */
export async function voiceFacts(viewer: PersonActor, at: Moment, tribes: readonly TribeBoard[]) {
  const hat = viewer.hats.find(
    ({ code }) => code === "product-designer" || code === "lead-product-designer",
  );
  const tribe = tribes.find(({ id, lanes }) =>
    hat?.tribeId ? id === hat.tribeId : lanes.some(({ teamId }) => teamId === hat?.teamId),
  );
  if (!tribe) return null;
  const { code, name } = tribe;
  return { code, name, count: await countListed(voicesFilter(code), at) };
}

const ESTIMATES_SHOWN = 5;

/** What their team has not estimated, for whoever builds it. */
export async function findEstimates(viewer: PersonActor): Promise<Unestimated[]> {
  const hat = viewer.hats.find(({ code }) => code === "developer" || code === "lead-developer");
  return hat?.teamId ? listUnestimated(viewer, hat.teamId, ESTIMATES_SHOWN) : [];
}

/** What waits for a Tribe, for whose it is to sort; and whose week it is, for them and for whoever keeps the rota. */
export async function inboxFacts(viewer: PersonActor, at: Moment) {
  const sorts = wears(viewer, "pm", "lead-pm", "deputy");
  if (!sorts && !wears(viewer, "product-ops")) return { inbox: null, duty: null };
  const [placed, weeks] = await Promise.all([
    sorts ? countPlaced(viewer, at) : null,
    listDutyWeeks(viewer, at),
  ]);
  const holder = holderOf(weeks, todayOf(at));
  const isOwn = holder?.id === viewer.id;
  const placing = placed && isOwn ? placingOnDuty(placed) : null;
  const inbox = placed && placed.unsure + (placing ? 0 : placed.sure);
  return { inbox, duty: holder && { name: holder.name, isOwn, placing } };
}
