import "server-only";
import { db } from "#lib/db.ts";
import type { Decision } from "#lib/desks/decide-events.ts";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import type { Write } from "#lib/operations/write.ts";

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
