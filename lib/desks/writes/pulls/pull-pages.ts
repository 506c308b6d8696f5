import "server-only";
import { db } from "#lib/db.ts";
import { queryOf } from "#lib/desks/connection.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";
import {
  afresh,
  type IssuePage,
  type PullCursor,
  pullCursor,
  startFrom,
} from "#lib/desks/jira/page-reads.ts";
import type { Admits } from "#lib/desks/schema.ts";
import { keepFieldMap } from "#lib/desks/writes/field-map.ts";
import {
  finishRun,
  noteRun,
  type PullRun,
  unfinishedRun,
} from "#lib/desks/writes/pulls/pull-report.ts";
import { takeApart } from "#lib/desks/writes/pulls/take-apart.ts";
import type { Asking } from "#lib/desks/writes/pulls/write-issues.ts";
import { UserError } from "#lib/errors.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Counts } from "#lib/tickets/target.ts";

export type PulledSource = { id: string; name: string; admits: Admits };

/**
 * How far a pull goes back before the newest change it has seen: Jira's language says minutes only, and its search may
 * show a change late.
 */
const overlapMs = 5 * 60_000;

/**
 * Takes in what changed in a desk since the last time, page by page; the cursor moves in the transaction of the page it
 * covers, so that a pull that is cut goes on there.
 * @returns what came of it, and what the site's fields mean
 * @throws UserError of `jiraErrors`; what came before it stays. `import-taken-over` when another worker pulls too.
 */
export async function pullTickets(
  source: PulledSource,
  jira: Jira,
  now: () => Date,
): Promise<{ counts: Counts; map: FieldMap }> {
  const state = await db().sourceState.findUnique({
    where: { sourceId: source.id },
    select: { cursor: true },
  });
  const kept = pullCursor
    .nullable()
    .catch(null)
    .parse(state?.cursor ?? null);
  const since = now();
  const map = await jira.discoverFields();
  await keepFieldMap(source.id, map, since);
  const run = await unfinishedRun(source.id);
  const total: Counts = { created: 0, updated: 0, unchanged: 0 };
  let before = state?.cursor ?? null;
  const pages = jira.pages(queryOf(source.admits), whereToBegin(kept), { history: true });
  for await (const page of pages) {
    const { counts, cursor } = await takePage(
      { source, jira, map, since, run, before },
      page,
      now(),
    );
    total.created += counts.created;
    total.updated += counts.updated;
    total.unchanged += counts.unchanged;
    before = cursor;
  }
  await finishRun(run, now());
  return { counts: total, map };
}

/** In the middle of a pull just there; else a little before where the last one ended. */
function whereToBegin(kept: PullCursor | null): PullCursor {
  if (kept === null) return startFrom(null);
  if (kept.token !== null || kept.startAt > 0) return kept;
  const reached = kept.reached ?? kept.from;
  return reached === null ? startFrom(null) : startFrom(new Date(Date.parse(reached) - overlapMs));
}

type Pulling = Asking & {
  run: PullRun;
  /** The cursor as it is kept now. */
  before: unknown;
};

async function takePage(
  { run, before, ...asking }: Pulling,
  page: IssuePage,
  now: Date,
): Promise<{ counts: Counts; cursor: PullCursor }> {
  const { source } = asking;
  const cursor = page.last ? afresh(page.cursor) : page.cursor;
  const kept = {
    first: (w: Pick<Write, "tx">) => moveCursor(w, source.id, before, cursor),
    isNoted: page.bad.length > 0,
    run: (w: Write) => noteRun(w, run, source, now),
    count: run.count,
    last: (w: Write) => run.refuse(w, page.bad),
  };
  return { counts: await takeApart(asking, page.issues, kept, now), cursor };
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
