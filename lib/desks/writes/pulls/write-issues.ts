import "server-only";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";
import { sourceOps } from "#lib/desks/noun.ts";
import { readDetails } from "#lib/desks/reads/details.ts";
import { readLatelyTouched } from "#lib/desks/reads/tickets-here.ts";
import type { Admits } from "#lib/desks/schema.ts";
import { noLongerAside } from "#lib/desks/writes/asides.ts";
import { keepComments, keepTransitions } from "#lib/desks/writes/comments.ts";
import { unmarkDeleted } from "#lib/desks/writes/deleted-tickets.ts";
import { learnStatuses } from "#lib/desks/writes/learn-statuses.ts";
import { takeTickets } from "#lib/desks/writes/write-desk-tickets.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { isWanted } from "#lib/tickets/filter.ts";
import type { Counts } from "#lib/tickets/target.ts";
import { haveSourceAlone } from "#lib/tickets/writes/source-lock.ts";
import { allow, transactionLimits } from "#lib/waits.ts";

export type Asking = {
  source: { id: string; name: string; admits: Admits };
  jira: Jira;
  map: FieldMap;
  /** Since when the desk has been asked: what was seen to be gone before then is there after all. */
  since: Date;
};

export type Kept = {
  /** Before anything else of the transaction. */
  first: (w: Pick<Write, "tx">) => Promise<void>;
  /** Something of it is to be kept even where no ticket changed. */
  isNoted: boolean;
  /** The report's id, where there is one. */
  run: (w: Write) => Promise<string | null>;
  count: (w: Write, counts: Counts) => Promise<void>;
  last: (w: Write) => Promise<void>;
};

/** Issues as the desk told them when it was asked: those the source lets in, with what was said on them. */
export async function takeIssues(
  { source, jira, map, since }: Asking,
  found: JiraIssue[],
  kept: Kept,
  now: Date,
): Promise<Counts> {
  const { requestTypes } = source.admits;
  const filter = requestTypes.length > 0 ? { requestType: requestTypes } : undefined;
  const tickets = found
    .map((issue, index) => ticketOf(issue, map, richTextOf, { row: index + 1 }))
    .filter(({ row }) => isWanted(row, filter));
  const wanted = new Set(tickets.map(({ row }) => row.externalId));
  const issues = found.filter(({ id }) => wanted.has(id));
  const touched = await readLatelyTouched(source.id, [...wanted]);
  const details = await readDetails(jira, source.id, issues, tickets, touched);
  const change = async (w: Pick<Write, "tx">) => {
    await learnStatuses(w.tx, source.id, found);
    await keepComments(w, source.id, details.comments);
    await keepTransitions(w, source.id, details.transitions);
    await unmarkDeleted(w, source.id, [...wanted], since);
    await noLongerAside(
      w,
      source.id,
      found.map(({ id }) => id),
    );
  };
  if (details.changed === 0 && !kept.isNoted) {
    await db().$transaction(async (tx) => {
      await allow(tx, "desk");
      await haveSourceAlone(tx, source.id);
      await kept.first({ tx });
      await change({ tx });
    }, transactionLimits("desk"));
    return { created: 0, updated: 0, unchanged: tickets.length };
  }
  const params = { source: source.name, count: details.changed };
  return write(
    system,
    newCall(now),
    { operation: sourceOps.pulled, params, work: "desk" },
    async (w) => {
      await haveSourceAlone(w.tx, source.id);
      await kept.first(w);
      const runId = await kept.run(w);
      const taking = { sourceId: source.id, runId, rawNames: [...map.names.values()], now };
      const taken = await takeTickets(w, taking, tickets);
      await change(w);
      await kept.count(w, taken);
      await kept.last(w);
      return taken;
    },
  );
}
