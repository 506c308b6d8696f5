import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import { type StatusWords, withKnownStatus } from "#lib/desks/jira/issues/status-words.ts";
import { type JiraTicket, ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { type StatusTransition, transitionsOf } from "#lib/desks/jira/issues/transitions.ts";
import { parseWebhook, type WebhookEvent } from "#lib/desks/jira/issues/webhook.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { storableJson } from "#lib/text.ts";

/** An event as it is kept, opened. */
export type ReadEvent = {
  id: string;
  receivedAt: Date;
  event: WebhookEvent;
  /** The issue as the event shows it, where it shows a whole one. */
  ticket: JiraTicket | null;
  /** By which newer is told from older: the issue's own last change, else when the event was made. */
  at: Date | null;
  transitions: StatusTransition[];
};

/**
 * @param statuses what the desk calls its statuses when it is asked, by their ids: events have them in the site's language
 * @throws SyntaxError for what is no JSON
 */
export function readEvent(
  { id, receivedAt, body }: { id: string; receivedAt: Date; body: Uint8Array },
  map: FieldMap,
  statuses: ReadonlyMap<string, StatusWords>,
): ReadEvent {
  const told = parseWebhook(storableJson(Buffer.from(body).toString("utf8")));
  const event = { ...told, issue: told.issue && withKnownStatus(told.issue, statuses) };
  const { kind, issue, updated, sentAt, history } = event;
  // A comment's event of the Cloud shows a few fields of the issue, and not when it last changed.
  const isWhole = (kind === "issue" || kind === "deleted") && issue?.fields;
  return {
    id,
    receivedAt,
    event,
    ticket: isWhole && issue ? ticketOf(issue, map, richTextOf, { row: 1 }) : null,
    at: updated ?? sentAt,
    transitions: history === null ? [] : transitionsOf([history]),
  };
}
