import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { findBackupTrouble } from "#lib/backup/reads/kept-backups.ts";
import { db } from "#lib/db.ts";
import { findAiling } from "#lib/desks/reads/ailing.ts";
import { listImportRuns } from "#lib/imports/reads/runs.ts";
import { type ImportsOnly, isOf } from "#lib/imports/to-read.ts";
import { listObjectives } from "#lib/okrs/reads.ts";
import { objectiveTree, summaryOf } from "#lib/okrs/tree.ts";
import { countTroubled } from "#lib/outbox/reads/counts.ts";
import { elapsedShare, type Moment, type Quarter, quarterBounds, todayOf } from "#lib/quarter.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";
import { heldOn } from "#lib/sql/dated.ts";
import { isUnset, shareOf } from "#lib/today/boards.ts";
import { uncheckedOf } from "#lib/today/unchecked.ts";
import { wears } from "#lib/today/wears.ts";

// What the whole company's affairs ask of those who answer for it: CPO, CEO and COMEX, Product Ops.

export async function executiveFacts(
  viewer: PersonActor,
  quarter: Quarter,
  at: Moment,
  tribes: readonly TribeBoard[],
) {
  if (!wears(viewer, "cpo", "ceo", "comex")) return { company: null, unchecked: null };
  const objectives = await listObjectives(viewer, quarter);
  const unchecked = uncheckedOf(objectives, quarterBounds(quarter).first, todayOf(at));
  if (!wears(viewer, "cpo")) return { company: null, unchecked };
  const isOutside = (tribe: TribeBoard) => ["below", "above"].includes(shareOf(tribe).state);
  const tree = objectiveTree(objectives, elapsedShare(quarter, at));
  const outside = tribes.filter(isOutside).map(({ name }) => name);
  return { company: { outside, okrsBehind: summaryOf(tree).lagging }, unchecked };
}

export async function desksFacts(viewer: PersonActor, now: Date) {
  return can(viewer, "source:manage") ? findAiling(viewer, now) : null;
}

export async function backupFacts(viewer: PersonActor, now: Date) {
  return can(viewer, "settings:manage") ? findBackupTrouble(viewer, now) : null;
}

/** Refusals of the last fortnight; what runs or waits for an answer, however long it does. */
export async function importFacts(viewer: PersonActor, now: Date) {
  if (!can(viewer, "import:read")) return null;
  const runs = await listImportRuns(viewer);
  const count = (only: ImportsOnly) => runs.filter((run) => isOf(only, run, now)).length;
  return { refused: count("refused"), running: count("running") };
}

/** Messages that could not leave. */
export async function messageFacts(viewer: PersonActor, now: Date) {
  return can(viewer, "settings:manage") ? countTroubled(viewer, now) : null;
}

/** How much of the company there is, for whoever sets it up. */
export async function startFacts(viewer: PersonActor, at: Moment, tribes: readonly TribeBoard[]) {
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
