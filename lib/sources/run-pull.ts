import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { JiraParked } from "#lib/jira/errors.ts";
import { openConnection } from "#lib/sources/connection.ts";
import { pullTickets } from "#lib/sources/pull.ts";
import { admits, connectionKinds } from "#lib/sources/schema.ts";
import { readSecret } from "#lib/sources/secrets.ts";

const everyMs = 5 * 60_000;
const soonestAfterFailureMs = 60_000;
const latestAfterFailureMs = 60 * 60_000;

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
 * again, later each time it fails. Never throws for what the desk did.
 */
export async function runPull(sourceId: string, now: () => Date, signal?: AbortSignal) {
  const source = await db().source.findFirst({
    where: { id: sourceId, pausedAt: null, archivedAt: null },
    select: { id: true, name: true, kind: true, siteUrl: true, account: true, admits: true },
  });
  const kind = z.enum(connectionKinds).safeParse(source?.kind).data;
  if (!source?.siteUrl || !kind) return;
  try {
    const token = await readSecret(sourceId, "api-token");
    const { siteUrl, account } = source;
    const jira = openConnection({ kind, siteUrl, account, token }, signal);
    await pullTickets({ ...source, admits: admits.parse(source.admits) }, jira, now);
    await noteSuccess(sourceId, now());
  } catch (error) {
    if (signal?.aborted) return;
    if (error instanceof UserError && error.key === "import-taken-over") return;
    await noteFailure(sourceId, error, now());
  }
}

async function noteSuccess(sourceId: string, at: Date): Promise<void> {
  const nextPullAt = new Date(at.getTime() + everyMs);
  await db().$executeRaw`
    UPDATE source_state SET pulled_at = ${at}, next_pull_at = ${nextPullAt}, failure = NULL, failed_at = NULL
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
  const nextPullAt = error instanceof JiraParked ? error.until : new Date(at.getTime() + pause);
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
