import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "#lib/db.ts";
import { JiraParked } from "#lib/desks/jira/http/errors.ts";
import { findConnected, openSource } from "#lib/desks/reads/connected.ts";
import { isReconcileDue } from "#lib/desks/reconcile-due.ts";
import { connectionKinds } from "#lib/desks/schema.ts";
import { readWithinMs } from "#lib/desks/writes/events/epics-due.ts";
import { pullTickets } from "#lib/desks/writes/pulls/pull-pages.ts";
import { readEpics } from "#lib/desks/writes/pulls/read-epics.ts";
import { reconcile } from "#lib/desks/writes/pulls/reconcile.ts";
import { UserError } from "#lib/errors.ts";
import type { Clock } from "#lib/quarter.ts";

const everyMs = 5 * 60_000;
const soonestAfterFailureMs = 60_000;
const latestAfterFailureMs = 60 * 60_000;
/** However long a desk asks us to stay away: a wrong clock over there must not end a connection. */
const longestParkedMs = 24 * 60 * 60_000;

/** Connections whose pull is due, longest waiting first. */
export async function listDuePulls(now: Date): Promise<string[]> {
  const due = await db().sourceState.findMany({
    where: {
      nextPullAt: { lte: now },
      source: { kind: { in: [...connectionKinds] }, pausedAt: null, archivedAt: null },
    },
    orderBy: { nextPullAt: "asc" },
    select: { sourceId: true },
  });
  return due.map(({ sourceId }) => sourceId);
}

/**
 * Pulls from one connection and notes how it went: the failure in words that a person can act on, and when it is tried
 * again, later each time it fails. Once a night it compares all there is; epics are read back on the way. Never throws for
 * what the desk did.
 */
export async function runPull(
  sourceId: string,
  { now, timeZone }: Clock,
  signal?: AbortSignal,
): Promise<void> {
  const source = await findConnected(sourceId);
  if (!source) return;
  try {
    const since = now();
    const jira = await openSource(source, signal);
    const { map } = await pullTickets(source, jira, now);
    const state = await db().sourceState.findUnique({
      where: { sourceId },
      select: { reconciledAt: true },
    });
    if (isReconcileDue(state?.reconciledAt ?? null, now(), timeZone))
      await reconcile({ source, jira, map, since }, now);
    await readEpics({ source, jira, map }, now);
    await noteSuccess(sourceId, now());
  } catch (error) {
    if (signal?.aborted) return;
    if (error instanceof UserError && error.key === "import-taken-over") return;
    await noteFailure(sourceId, error, now());
  }
}

/**
 * The first pull brings all there is: the next comparison is that of the night after. An epic that something happened to
 * meanwhile is not left waiting.
 */
async function noteSuccess(sourceId: string, at: Date): Promise<void> {
  const nextPullAt = new Date(at.getTime() + everyMs);
  const soon = new Date(at.getTime() + readWithinMs);
  await db().$executeRaw`
    UPDATE source_state SET pulled_at = ${at}, next_pull_at = CASE
        WHEN EXISTS (SELECT FROM epic e WHERE e.source_id = source_state.source_id AND e.due_at IS NOT NULL)
        THEN ${soon}::timestamptz ELSE ${nextPullAt}::timestamptz END, failure = NULL, failed_at = NULL,
      reconciled_at = coalesce(reconciled_at, ${at})
    WHERE source_id = ${sourceId}::uuid`;
}

async function noteFailure(sourceId: string, error: unknown, at: Date): Promise<void> {
  const failure = reasonOf(error, sourceId);
  const state = await db().sourceState.findUnique({
    where: { sourceId },
    select: { pulledAt: true, failedAt: true },
  });
  // As long again as it has been failing: one minute at first, an hour at most.
  const failingMs = state?.failedAt
    ? at.getTime() - (state.pulledAt ?? state.failedAt).getTime()
    : 0;
  const pause = Math.min(Math.max(failingMs, soonestAfterFailureMs), latestAfterFailureMs);
  const parkedMs = error instanceof JiraParked ? error.until.getTime() - at.getTime() : pause;
  const nextPullAt = new Date(at.getTime() + Math.min(parkedMs, longestParkedMs));
  await db().$executeRaw`
    UPDATE source_state SET failure = ${JSON.stringify(failure)}::jsonb, next_pull_at = ${nextPullAt},
      failed_at = coalesce(failed_at, ${at})
    WHERE source_id = ${sourceId}::uuid`;
}

/** Ours are for the log, which an id leads to. */
function reasonOf(error: unknown, sourceId: string) {
  if (error instanceof UserError) return { key: error.key, params: error.params };
  const id = randomUUID();
  console.error(`pull ${sourceId} ${id}`, error);
  return { key: "source-pull-failed", params: { id } };
}
