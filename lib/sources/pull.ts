import "server-only";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { isWanted } from "#lib/imports/staged-row.ts";
import type { Counts } from "#lib/imports/write-batch.ts";
import type { FieldMap } from "#lib/jira/fields.ts";
import type { Jira } from "#lib/jira/open-jira.ts";
import {
  afresh,
  type IssuePage,
  type PullCursor,
  pullCursor,
  startFrom,
} from "#lib/jira/page-reads.ts";
import { ticketOf } from "#lib/jira/ticket.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { keepComments, keepTransitions } from "#lib/sources/comments.ts";
import { queryOf } from "#lib/sources/connection.ts";
import { readDetails } from "#lib/sources/details.ts";
import { finishRun, noteRun, type PullRun, unfinishedRun } from "#lib/sources/pull-run.ts";
import type { Admits } from "#lib/sources/schema.ts";
import { takeTickets } from "#lib/sources/take-tickets.ts";

export type PulledSource = { id: string; name: string; admits: Admits };

/**
 * How far a pull goes back before the newest change it has seen: Jira's language says minutes only, and its search may
 * show a change late.
 */
const overlapMs = 5 * 60_000;

/**
 * Takes in what changed in a desk since the last time, page by page; the cursor moves in the transaction of the page it
 * covers, so that a pull that is cut goes on there.
 * @throws UserError of `jiraErrors`; what came before it stays. `import-taken-over` when another worker pulls too.
 */
export async function pullTickets(
  source: PulledSource,
  jira: Jira,
  now: () => Date,
): Promise<Counts> {
  const state = await db().sourceState.findUnique({
    where: { sourceId: source.id },
    select: { cursor: true },
  });
  const kept = pullCursor
    .nullable()
    .catch(null)
    .parse(state?.cursor ?? null);
  const map = await jira.discoverFields();
  const run = await unfinishedRun(source.id);
  const total: Counts = { created: 0, updated: 0, unchanged: 0 };
  let before = state?.cursor ?? null;
  const pages = jira.pages(queryOf(source.admits), whereToBegin(kept), { history: true });
  for await (const page of pages) {
    const { counts, cursor } = await takePage({ source, jira, map, run, before }, page, now());
    total.created += counts.created;
    total.updated += counts.updated;
    total.unchanged += counts.unchanged;
    before = cursor;
  }
  await finishRun(run, now());
  return total;
}

/** In the middle of a pull just there; else a little before where the last one ended. */
function whereToBegin(kept: PullCursor | null): PullCursor {
  if (kept === null) return startFrom(null);
  if (kept.token !== null || kept.startAt > 0) return kept;
  const reached = kept.reached ?? kept.from;
  return reached === null ? startFrom(null) : startFrom(new Date(Date.parse(reached) - overlapMs));
}

type Pulling = {
  source: PulledSource;
  jira: Jira;
  map: FieldMap;
  run: PullRun;
  /** The cursor as it is kept now. */
  before: unknown;
};

async function takePage(
  { source, jira, map, run, before }: Pulling,
  page: IssuePage,
  now: Date,
): Promise<{ counts: Counts; cursor: PullCursor }> {
  const filter =
    source.admits.requestTypes.length > 0 ? { requestType: source.admits.requestTypes } : undefined;
  const tickets = page.issues
    .map((issue, index) => ticketOf(issue, map, richTextOf, { row: index + 1 }))
    .filter(({ row }) => isWanted(row, filter));
  const wanted = new Set(tickets.map(({ row }) => row.externalId));
  const issues = page.issues.filter(({ id }) => wanted.has(id));
  const details = await readDetails(jira, source.id, issues, tickets);
  const cursor = page.last ? afresh(page.cursor) : page.cursor;
  const change = async (w: Pick<Write, "tx">) => {
    await moveCursor(w, source.id, before, cursor);
    await keepComments(w, source.id, details.comments);
    await keepTransitions(w, source.id, details.transitions);
  };
  if (details.changed === 0 && page.bad.length === 0) {
    await db().$transaction((tx) => change({ tx }));
    return { counts: { created: 0, updated: 0, unchanged: tickets.length }, cursor };
  }
  const params = { source: source.name, count: details.changed };
  const counts = await write(system, newCall(now), { name: "source.pulled", params }, async (w) => {
    const runId = await noteRun(w, run, source, now);
    const taking = { sourceId: source.id, runId, rawNames: [...map.names.values()], now };
    const taken = await takeTickets(w, taking, tickets);
    await change(w);
    await run.count(w, taken, page.bad);
    return taken;
  });
  return { counts, cursor };
}

/** Two workers on one source: the slower finds the cursor moved, and leaves without a trace. */
async function moveCursor(
  w: Pick<Write, "tx">,
  sourceId: string,
  before: unknown,
  cursor: PullCursor,
): Promise<void> {
  const moved = await w.tx.$executeRaw`
    UPDATE source_state SET cursor = ${JSON.stringify(cursor)}::jsonb
    WHERE source_id = ${sourceId}::uuid
      AND cursor IS NOT DISTINCT FROM ${before === null ? null : JSON.stringify(before)}::jsonb`;
  if (moved === 0) throw new UserError("import-taken-over");
}
