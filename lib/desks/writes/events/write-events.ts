import "server-only";
import type { Decision } from "#lib/desks/decide-events.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import { noLongerAside } from "#lib/desks/writes/asides.ts";
import { keepComments, keepTransitions } from "#lib/desks/writes/comments.ts";
import { markDeleted } from "#lib/desks/writes/deleted-tickets.ts";
import { takeTickets } from "#lib/desks/writes/write-desk-tickets.ts";
import type { Write } from "#lib/operations/write.ts";

type Place = { sourceId: string; map: FieldMap; now: Date };

/** Writes the tickets that are new or newer, and those that the desk no longer has. */
export async function writeDecidedTickets(
  w: Write,
  { sourceId, map, now }: Place,
  { tickets, deleted }: Decision,
): Promise<void> {
  // An event tells of the fields that it has; what it has none of must not be emptied.
  const groups = Map.groupBy(tickets, ({ fieldIds }) => [...fieldIds].sort().join());
  for (const group of groups.values()) {
    const rawNames = (group[0]?.fieldIds ?? []).flatMap((id) => rawNameOf(id, map));
    const some: JiraTicket[] = group.map(({ ticket }) => ticket);
    await takeTickets(w, { sourceId, runId: null, rawNames, now }, some);
  }
  await markDeleted(w, sourceId, deleted);
  const told = [
    ...tickets.map(({ ticket }) => ticket.row.externalId),
    ...deleted.map(({ issueId }) => issueId),
  ];
  await noLongerAside(w, sourceId, told);
}

/** What is told beside: comments, steps from status to status, keys it had. */
export async function writeAsides(
  w: Pick<Write, "tx">,
  sourceId: string,
  { comments, deletedComments, transitions, keys }: Decision,
): Promise<void> {
  await keepComments(w, sourceId, comments);
  await keepTransitions(w, sourceId, transitions);
  if (deletedComments.length > 0)
    await w.tx.$executeRaw`
      UPDATE ticket_comment c SET deleted_at = g.at
      FROM jsonb_to_recordset(${JSON.stringify(deletedComments)}::jsonb)
        AS g ("issueId" text, "externalId" text, at timestamptz)
      JOIN ticket t ON t.source_id = ${sourceId}::uuid AND t.external_id = g."issueId"
      WHERE c.ticket_id = t.id AND c.external_id = g."externalId" AND c.deleted_at IS NULL`;
  if (keys.length > 0)
    await w.tx.$executeRaw`
      INSERT INTO ticket_key (source_id, key, ticket_id)
      SELECT DISTINCT ON (g.key) t.source_id, g.key, t.id
      FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS g ("issueId" text, key text)
      JOIN ticket t ON t.source_id = ${sourceId}::uuid AND t.external_id = g."issueId"
      ON CONFLICT (source_id, key) DO NOTHING`;
}

function rawNameOf(fieldId: string, { names }: FieldMap): string[] {
  const name = names.get(fieldId) ?? (fieldId.startsWith("customfield_") ? null : fieldId);
  return name === null ? [] : [name];
}
