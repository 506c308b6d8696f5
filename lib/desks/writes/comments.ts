import "server-only";
import type { TicketComment } from "#lib/desks/jira/issues/comments.ts";
import type { StatusTransition } from "#lib/desks/jira/issues/transitions.ts";
import { readKnownStatuses } from "#lib/desks/reads/known-statuses.ts";
import { readForgotten } from "#lib/forgotten/writes/read-forgotten.ts";
import { languageOf } from "#lib/insights/language.ts";
import type { Write } from "#lib/operations/write.ts";
import { jsonToKeep } from "#lib/text.ts";

/** What belongs to the ticket of this desk id. */
type Of<T> = { issueId: string } & T;

/** Comments by the desk's id for each; an older state of one changes nothing. Those of unknown tickets are left. */
export async function keepComments(
  w: Pick<Write, "tx">,
  sourceId: string,
  comments: Of<TicketComment>[],
): Promise<number> {
  const forgotten = await readForgotten(w.tx);
  const rows = comments.flatMap(
    ({ issueId, externalId, author, createdAt, updatedAt, ...rest }) => {
      const created = createdAt ?? updatedAt;
      if (created === null) return [];
      const id = author?.accountId ?? author?.name ?? author?.key ?? null;
      const name = author?.displayName ?? author?.name ?? null;
      const isForgotten = forgotten?.holds({ id, name, email: author?.emailAddress ?? null });
      return {
        issue_id: issueId,
        external_id: externalId,
        author_name: isForgotten ? null : name,
        author_key: isForgotten ? null : id,
        body: forgotten
          ? forgotten.text(rest.body, { language: languageOf(rest.body) })
          : rest.body,
        is_internal: rest.internal,
        created_at: created,
        updated_at: updatedAt ?? created,
      };
    },
  );
  if (rows.length === 0) return 0;
  // What a file told of it before makes room.
  await w.tx.$executeRaw`
    DELETE FROM ticket_comment c
    USING jsonb_to_recordset(${jsonToKeep(rows)}::jsonb) AS r (issue_id text, body text, created_at timestamptz), ticket t
    WHERE t.source_id = ${sourceId}::uuid AND t.external_id = r.issue_id AND c.ticket_id = t.id
      AND starts_with(c.external_id, 'file:') AND c.body = r.body
      AND date_trunc('minute', c.created_at) = date_trunc('minute', r.created_at)`;
  return w.tx.$executeRaw`
    INSERT INTO ticket_comment (ticket_id, external_id, author_name, author_key, body, is_internal, created_at, updated_at)
    SELECT DISTINCT ON (t.id, r.external_id) t.id, r.external_id, r.author_name, r.author_key, r.body, r.is_internal,
      r.created_at, r.updated_at
    FROM jsonb_to_recordset(${jsonToKeep(rows)}::jsonb) AS r (issue_id text, external_id text, author_name text,
      author_key text, body text, is_internal boolean, created_at timestamptz, updated_at timestamptz)
    JOIN ticket t ON t.source_id = ${sourceId}::uuid AND t.external_id = r.issue_id
    ORDER BY t.id, r.external_id, r.updated_at DESC
    ON CONFLICT (ticket_id, external_id) DO UPDATE SET body = excluded.body, is_internal = excluded.is_internal,
      author_name = excluded.author_name, author_key = excluded.author_key, updated_at = excluded.updated_at
    WHERE excluded.updated_at > ticket_comment.updated_at
      OR (excluded.updated_at = ticket_comment.updated_at AND ticket_comment.deleted_at IS NULL
        AND (excluded.body, excluded.is_internal) IS DISTINCT FROM (ticket_comment.body, ticket_comment.is_internal))`;
}

/** A webhook and the history that is asked for may give one step times a moment apart. */
const sameStepSeconds = 2;

/**
 * Changes of status with their times, each once, by the words that the desk has for them when it is asked; what says that
 * nothing changed is left out.
 */
export async function keepTransitions(
  w: Pick<Write, "tx">,
  sourceId: string,
  transitions: Of<StatusTransition>[],
): Promise<number> {
  if (transitions.length === 0) return 0;
  const statuses = await readKnownStatuses(w.tx, sourceId);
  const wordFor = (id: string | null, told: string | null) =>
    told === null ? null : (statuses.get(id ?? "")?.name ?? told);
  const rows = transitions.flatMap(({ issueId, at, ...step }) => {
    const from = wordFor(step.fromStatusId, step.fromStatus);
    const to = wordFor(step.toStatusId, step.toStatus);
    return to === null || from === to
      ? []
      : { issue_id: issueId, at, from_status: from, to_status: to };
  });
  if (rows.length === 0) return 0;
  return w.tx.$executeRaw`
    INSERT INTO ticket_transition (ticket_id, external_id, at, from_status, to_status)
    SELECT DISTINCT t.id, extract(epoch FROM r.at)::text || ':' || r.to_status, r.at, r.from_status, r.to_status
    FROM jsonb_to_recordset(${jsonToKeep(rows)}::jsonb) AS r (issue_id text, at timestamptz, from_status text,
      to_status text)
    JOIN ticket t ON t.source_id = ${sourceId}::uuid AND t.external_id = r.issue_id
    WHERE NOT EXISTS (SELECT FROM ticket_transition x WHERE x.ticket_id = t.id AND x.to_status = r.to_status
      AND x.from_status IS NOT DISTINCT FROM r.from_status AND abs(extract(epoch FROM x.at - r.at)) < ${sameStepSeconds})
    ON CONFLICT (ticket_id, external_id) DO NOTHING`;
}
