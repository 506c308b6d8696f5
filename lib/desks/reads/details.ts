import "server-only";
import { db } from "#lib/db.ts";
import { commentOf, commentsIn, type TicketComment } from "#lib/desks/jira/issues/comments.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import {
  historiesIn,
  type StatusTransition,
  transitionsOf,
} from "#lib/desks/jira/issues/transitions.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { kindOf } from "#lib/tickets/kind.ts";
import { withoutKnown } from "#lib/tickets/reads/known-tickets.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

export type Details = {
  /** How many of the tickets are not as they were when they came last. */
  changed: number;
  comments: ({ issueId: string } & TicketComment)[];
  transitions: ({ issueId: string } & StatusTransition)[];
};

/**
 * What is said on the tickets that changed, and how the bugs among them went from status to status. Only what did not
 * come with the page is asked for. @param touched ids of those that events have changed before, without telling all of it
 */
export async function readDetails(
  jira: Jira,
  sourceId: string,
  issues: JiraIssue[],
  tickets: JiraTicket[],
  touched: ReadonlySet<string>,
): Promise<Details> {
  const rows = tickets.map(({ row }) => row);
  const changed = await withoutKnown(db(), sourceId, rows);
  const isChanged = new Set(changed);
  const told = rows.filter((row) => isChanged.has(row) || touched.has(row.externalId));
  const changedIds = new Set(told.map((row) => row.externalId));
  const details: Details = { changed: changed.length, comments: [], transitions: [] };
  for (const issue of issues) {
    const { comments, whole } = commentsIn(issue.fields ?? {});
    const all = whole || !changedIds.has(issue.id) ? comments : await jira.comments(issue.id);
    for (const comment of all)
      details.comments.push({ issueId: issue.id, ...commentOf(comment, richTextOf) });
  }
  const clocked = new Set(told.filter(mayBeBug).map((row) => row.externalId));
  for (const issue of issues.filter(({ id }) => clocked.has(id))) {
    const { histories, whole } = historiesIn(issue);
    for (const transition of transitionsOf(whole ? histories : await jira.changelog(issue.id)))
      details.transitions.push({ issueId: issue.id, ...transition });
  }
  return details;
}

/** Many desks call every bug an incident; which it is, people say when they triage. */
function mayBeBug(row: TicketRow): boolean {
  const kind = kindOf(row);
  return kind === "bug" || kind === "problem";
}
