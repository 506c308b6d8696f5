import {
  type TicketComment as Comment,
  commentOf,
  commentsIn,
} from "#lib/desks/jira/issues/comments.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import type { StatusTransition } from "#lib/desks/jira/issues/transitions.ts";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { keyPattern } from "#lib/tickets/keys.ts";

/** What is here of the ticket that events are about. */
export type KnownTicket = { deskUpdatedAt: Date | null; isDeleted: boolean };

export type Outcome = "taken" | "ignored" | "older";

export type Decision = {
  outcomes: Map<string, Outcome>;
  /** The desk's id of the ticket that an event waits for. */
  waits: Map<string, string>;
  /** The newest state of each ticket that has one to be written, and of which fields it tells. */
  tickets: { ticket: JiraTicket; fieldIds: string[] }[];
  deleted: { issueId: string; at: Date }[];
  comments: ({ issueId: string } & Comment)[];
  deletedComments: { issueId: string; externalId: string; at: Date }[];
  transitions: ({ issueId: string } & StatusTransition)[];
  /** Every key that it was seen under. */
  keys: { issueId: string; key: string }[];
};

export type Standing = {
  /** By the desk's id of the issue. */
  known: ReadonlyMap<string, KnownTicket>;
  /** Whether an issue that is not known comes in; `unsure` while the desk can't be asked. */
  admission: (event: ReadEvent) => "in" | "out" | "unsure";
  now: Date;
};

/** For the ticket of a comment that came first; the rest of the delivery comes within minutes, or never. */
export const longestWaitMs = 60 * 60_000;

/**
 * What comes of events that arrived in whatever order, and more than once: of each ticket only the newest state counts,
 * and only when it is newer than what is here; what was deleted stays so.
 */
export function decideEvents(events: ReadEvent[], standing: Standing): Decision {
  const decision: Decision = {
    ...{ outcomes: new Map(), waits: new Map(), tickets: [], deleted: [], comments: [] },
    ...{ deletedComments: [], transitions: [], keys: [] },
  };
  for (const [issueId, group] of Map.groupBy(events, ({ event }) => event.siteIssueId)) {
    if (issueId === null) for (const { id } of group) decision.outcomes.set(id, "ignored");
    else decideIssue(decision, issueId, group, standing);
  }
  return decision;
}

function decideIssue(
  decision: Decision,
  issueId: string,
  group: ReadEvent[],
  { known, admission, now }: Standing,
): void {
  const { outcomes, waits, tickets } = decision;
  const here = known.get(issueId);
  const newest = newestOf(group);
  const verdict = here ? "in" : admissionOfNew(group, newest, admission);
  if (verdict !== "in") {
    for (const { id, receivedAt } of group) {
      const isLate = now.getTime() - receivedAt.getTime() >= longestWaitMs;
      if (verdict === "out" || isLate) outcomes.set(id, "ignored");
      else waits.set(id, issueId);
    }
    return;
  }
  const isNews = newest?.ticket && (!here || isNewer(newest.at, here.deskUpdatedAt));
  if (newest?.ticket && isNews) {
    tickets.push({
      ticket: newest.ticket,
      fieldIds: Object.keys(newest.event.issue?.fields ?? {}),
    });
    const { comments } = commentsIn(newest.event.issue?.fields ?? {});
    for (const comment of comments)
      decision.comments.push({ issueId, ...commentOf(comment, richTextOf) });
  }
  let isGone = here?.isDeleted ?? false;
  for (const one of group) {
    const said = takeAside(decision, issueId, one, now);
    const deletes = one.event.kind === "deleted" && !isGone;
    if (deletes) {
      isGone = true;
      decision.deleted.push({ issueId, at: one.event.sentAt ?? one.at ?? now });
    }
    outcomes.set(one.id, (isNews && one === newest) || deletes || said ? "taken" : "older");
  }
}

/**
 * An issue that was let in and has moved away since is one of ours. Without the issue itself nothing can be made of what
 * is said about it, but that it doesn't concern us.
 */
function admissionOfNew(
  group: ReadEvent[],
  newest: ReadEvent | null,
  admission: Standing["admission"],
): "in" | "out" | "unsure" {
  const whole = group.filter(({ ticket }) => ticket !== null);
  const said = new Set((newest ? whole : group).map(admission));
  if (newest && said.has("in")) return "in";
  return said.has("out") && !(newest && said.has("unsure")) ? "out" : "unsure";
}

/** What an event tells beside the state of its ticket, which counts however old it is. @returns whether it told any */
function takeAside(
  { comments, deletedComments, transitions, keys }: Decision,
  issueId: string,
  { event, transitions: steps, at }: ReadEvent,
  now: Date,
): boolean {
  for (const step of steps) transitions.push({ issueId, ...step });
  for (const key of [event.key, ...event.formerKeys])
    if (key !== null && keyPattern.test(key)) keys.push({ issueId, key });
  if (event.comment === null) return steps.length > 0;
  const comment = commentOf(event.comment, richTextOf);
  const createdAt = comment.createdAt ?? event.sentAt ?? at ?? now;
  comments.push({ issueId, ...comment, createdAt });
  if (event.commentDeleted)
    deletedComments.push({
      issueId,
      externalId: comment.externalId,
      at: event.sentAt ?? at ?? now,
    });
  return true;
}

function newestOf(group: ReadEvent[]): ReadEvent | null {
  const told = group.filter(({ ticket }) => ticket !== null);
  return told.reduce<ReadEvent | null>(
    (best, one) => (best && !isLater(one, best) ? best : one),
    null,
  );
}

function isLater(one: ReadEvent, other: ReadEvent): boolean {
  const change = ms(one.at) - ms(other.at);
  return change > 0 || (change === 0 && ms(one.event.sentAt) > ms(other.event.sentAt));
}

function isNewer(at: Date | null, than: Date | null): boolean {
  return than === null || ms(at) > than.getTime();
}

function ms(at: Date | null): number {
  return at?.getTime() ?? -1;
}
