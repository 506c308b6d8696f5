import "server-only";
import { db } from "#lib/db.ts";
import type { Decision, KnownTicket } from "#lib/desks/decide-events.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import { keepComments, keepTransitions } from "#lib/desks/writes/comments.ts";
import { markDeleted } from "#lib/desks/writes/deleted-tickets.ts";
import { takeTickets } from "#lib/desks/writes/write-desk-tickets.ts";
import type { Write } from "#lib/operations/write.ts";

type Place = { sourceId: string; map: FieldMap; now: Date };

/** What is here of the tickets that events are about, by the desk's id or, when a file brought them, by key. */
export async function readKnown(
  { tx }: Pick<Write, "tx">,
  sourceId: string,
  events: ReadEvent[],
): Promise<Map<string, KnownTicket>> {
  const pairs = new Map(
    events.flatMap(({ event }) =>
      event.siteIssueId ? [[event.siteIssueId, event.key ?? ""] as const] : [],
    ),
  );
  const rows = await tx.$queryRaw<{ issueId: string; deskUpdatedAt: Date | null; gone: boolean }[]>`
    SELECT g.id AS "issueId", t.desk_updated_at AS "deskUpdatedAt", t.deleted_in_desk_at IS NOT NULL AS gone
    FROM unnest(${[...pairs.keys()]}::text[], ${[...pairs.values()]}::text[]) AS g (id, key)
    JOIN ticket t ON t.source_id = ${sourceId}::uuid AND (t.external_id = g.id
      OR (t.external_id LIKE 'key:%' AND t.id IN (SELECT k.ticket_id FROM ticket_key k
        WHERE k.source_id = ${sourceId}::uuid AND k.key = g.key)))`;
  return new Map(
    rows.map(({ issueId, deskUpdatedAt, gone }) => [issueId, { deskUpdatedAt, isDeleted: gone }]),
  );
}

/** Writes the tickets that are new or newer, and those that the desk no longer has. */
export async function takeDecidedTickets(
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
}

/** What is told beside: comments, steps from status to status, keys it had. */
export async function takeAsides(
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

/**
 * Notes what came of each event and which ticket it was about, and lets its body go: it holds people's names and words.
 */
export async function finishEvents(
  w: Pick<Write, "tx">,
  { outcomes, waits }: Pick<Decision, "outcomes" | "waits">,
  events: ReadEvent[],
  now: Date,
): Promise<void> {
  const over = events.flatMap(({ id, event }) => {
    const outcome = outcomes.get(id);
    return outcome ? { id, outcome, about: event.siteIssueId } : [];
  });
  if (over.length > 0)
    await w.tx.$executeRaw`
      UPDATE webhook_event e SET handled_at = ${now}, outcome = g.outcome, body = '\\x', waits_for = g.about
      FROM jsonb_to_recordset(${JSON.stringify(over)}::jsonb) AS g (id uuid, outcome text, about text)
      WHERE e.id = g.id AND e.handled_at IS NULL`;
  if (waits.size > 0)
    await w.tx.$executeRaw`
      UPDATE webhook_event e SET waits_for = g.issue_id
      FROM unnest(${[...waits.keys()]}::uuid[], ${[...waits.values()]}::text[]) AS g (id, issue_id)
      WHERE e.id = g.id AND e.handled_at IS NULL`;
}

export async function noteLastEvent(
  { tx }: Pick<Write, "tx">,
  sourceId: string,
  events: ReadEvent[],
): Promise<void> {
  const last = new Date(Math.max(...events.map(({ receivedAt }) => receivedAt.getTime())));
  await tx.$executeRaw`
    UPDATE source_state SET last_event_at = greatest(last_event_at, ${last}) WHERE source_id = ${sourceId}::uuid`;
}

/** An event that is no good, or that we failed over: in words, and the log has the cause under the id they name. */
export async function failEvent(
  eventId: string,
  failure: { key: string; params: Record<string, string | number> },
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_event SET handled_at = ${now}, outcome = 'failed', failure = ${JSON.stringify(failure)}::jsonb,
      body = '\\x', waits_for = NULL
    WHERE id = ${eventId}::uuid AND handled_at IS NULL`;
}

function rawNameOf(fieldId: string, { names }: FieldMap): string[] {
  const name = names.get(fieldId) ?? (fieldId.startsWith("customfield_") ? null : fieldId);
  return name === null ? [] : [name];
}

/** Of these tickets those that events have lately changed: what they don't tell is to be asked for. */
export async function readTouched(sourceId: string, issueIds: string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT e.waits_for AS id FROM webhook_event e
    WHERE e.source_id = ${sourceId}::uuid AND e.outcome = 'taken' AND e.waits_for = ANY (${issueIds})
      AND e.handled_at > (SELECT coalesce(pulled_at, '-infinity') - interval '10 minutes' FROM source_state
        WHERE source_id = ${sourceId}::uuid)`;
  return new Set(rows.map(({ id }) => id));
}
