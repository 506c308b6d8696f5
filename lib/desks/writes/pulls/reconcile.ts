import "server-only";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { queryOf } from "#lib/desks/connection.ts";
import { instantOf } from "#lib/desks/jira/issues/instant.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { startFrom } from "#lib/desks/jira/page-reads.ts";
import { sourceOps } from "#lib/desks/noun.ts";
import { listAsideIds } from "#lib/desks/reads/asides.ts";
import { noLongerAside } from "#lib/desks/writes/asides.ts";
import { markDeleted } from "#lib/desks/writes/deleted-tickets.ts";
import { takeApart } from "#lib/desks/writes/pulls/take-apart.ts";
import type { Asking, Kept } from "#lib/desks/writes/pulls/write-issues.ts";
import { UserError } from "#lib/errors.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { isWanted } from "#lib/tickets/filter.ts";

/** Ids and times only: so many come in one answer. */
const listedAtOnce = 5000;
const takenAtOnce = 50;
/** Fewer may well all have been deleted; of more, not half in one day. */
const fewTickets = 20;

export type Reconciled = { taken: number; deleted: number };

/**
 * Compares what the desk has with what is here, and makes good what no webhook and no pull has told of: what is missing
 * or older is taken in, what the desk no longer has is marked so.
 * @throws UserError of `jiraErrors`; `source-hides-most` when most of what is here is no longer shown: then nothing is
 *   marked, for the account has probably lost a permission.
 */
export async function reconcile(asking: Asking, now: () => Date): Promise<Reconciled> {
  const { source, jira } = asking;
  const ours = await readOurs(source.id, asking.since);
  const listed = await listDesk(asking);
  const elsewhere = [...ours.keys()].filter((id) => !listed.has(id));
  const { issues, missing } = await jira.issuesByIds(elsewhere, ["updated"]);
  for (const { id, fields } of issues) listed.set(id, instantOf(fields?.updated));
  const gone = missing.filter((id) => ours.get(id)?.isDeleted === false);
  const aside = new Set(await listAsideIds(source.id));
  const left = [...aside].filter((id) => !listed.has(id));
  await noLongerAside({ tx: db() }, source.id, left);
  // What was put aside by an event may be here as it is now: only asking for it again tells.
  const lacking = [...listed].flatMap(([id, updated]) =>
    aside.has(id) || isBehind(ours.get(id), updated) ? id : [],
  );
  const taken = await takeById(asking, lacking, now);
  // Compared it is, whatever comes of it: the next time is the night after.
  await db().sourceState.update({
    where: { sourceId: source.id },
    data: { reconciledAt: now() },
  });
  if (gone.length > fewTickets && gone.length * 2 > ours.size)
    throw new UserError("source-hides-most", { gone: gone.length, all: ours.size });
  return { taken, deleted: await mark(asking, gone, now()) };
}

type Ours = { updated: Date | null; isDeleted: boolean };

/** What has come meanwhile is newer than the list and left alone; what a file brought without ids has no place in it. */
async function readOurs(sourceId: string, since: Date): Promise<Map<string, Ours>> {
  const rows = await db().ticket.findMany({
    where: { sourceId, receivedAt: { lt: since }, NOT: { externalId: { startsWith: "key:" } } },
    select: { externalId: true, deskUpdatedAt: true, deletedInDeskAt: true },
  });
  return new Map(
    rows.map(({ externalId, deskUpdatedAt, deletedInDeskAt }) => [
      externalId,
      { updated: deskUpdatedAt, isDeleted: deletedInDeskAt !== null },
    ]),
  );
}

/** When each issue that the source lets in was last changed, as the desk says. */
async function listDesk({ source, jira, map }: Asking): Promise<Map<string, Date | null>> {
  const listed = new Map<string, Date | null>();
  const { requestTypes } = source.admits;
  const filter = requestTypes.length > 0 ? { requestType: requestTypes } : undefined;
  const fields = ["updated", ...(filter && map.requestType ? [map.requestType] : [])];
  const pages = jira.pages(queryOf(source.admits), startFrom(null), {
    fields,
    pageSize: listedAtOnce,
  });
  for await (const { issues } of pages) {
    for (const issue of issues) {
      if (filter && !isWanted(ticketOf(issue, map, richTextOf, { row: 1 }).row, filter)) continue;
      listed.set(issue.id, instantOf(issue.fields?.updated));
    }
  }
  return listed;
}

function isBehind(ours: Ours | undefined, updated: Date | null): boolean {
  if (!ours || ours.isDeleted || ours.updated === null) return true;
  return updated !== null && updated > ours.updated;
}

async function takeById(asking: Asking, ids: string[], now: () => Date): Promise<number> {
  let taken = 0;
  for (let at = 0; at < ids.length; at += takenAtOnce) {
    const { issues } = await asking.jira.issuesByIds(ids.slice(at, at + takenAtOnce));
    const retries = { retries: true };
    const { created, updated } = await takeApart(asking, issues, withoutReport, now(), retries);
    taken += created + updated;
  }
  return taken;
}

const withoutReport: Kept = {
  first: async () => {},
  isNoted: false,
  run: async () => null,
  count: async () => {},
  last: async () => {},
};

async function mark({ source }: Asking, gone: string[], now: Date): Promise<number> {
  if (gone.length === 0) return 0;
  const meta = {
    operation: sourceOps.pulled,
    params: { source: source.name, count: gone.length },
    work: "desk",
  } as const;
  return write(system, newCall(now), meta, (w) =>
    markDeleted(
      w,
      source.id,
      gone.map((issueId) => ({ issueId, at: now })),
    ),
  );
}
