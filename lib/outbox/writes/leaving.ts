import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { lease, nextTry } from "#lib/outbox/patience.ts";
import type { Outcome } from "#lib/outbox/smtp/outcome.ts";
import { listRows } from "#lib/sql/rows.ts";

// How a message leaves, step by step, each a statement of its own, so that a kill between two of them is seen: taken by
// one worker for a time, handed over, and what became of it. Who holds it is known by until when.

const taken = z.object({
  id: z.guid(),
  kind: z.enum(["notice", "digest"]),
  operationId: z.guid().nullable(),
  recipientId: z.guid(),
  noticeIds: z.array(z.guid()),
  messageId: z.string(),
  tries: z.number(),
  doubts: z.number(),
  madeAt: z.date(),
});
export type Taken = z.output<typeof taken> & { until: Date };

/**
 * Takes messages whose time has come, one a person: what is before another to the same person leaves, ends or is given up
 * first. What is being taken back just now is left alone.
 */
export async function takeDue(now: Date, most: number, host: string): Promise<Taken[]> {
  const until = new Date(now.getTime() + lease);
  const rows = await listRows(db(), taken)`
    UPDATE outbox SET state = 'sending', held_until = ${until}, handed_at = NULL,
      message_id = coalesce(message_id, '<' || id || '@' || ${host}::text || '>')
    WHERE id IN (
      SELECT o.id FROM outbox o
      WHERE o.state IN ('waiting', 'unsure') AND o.not_before <= ${now} AND NOT EXISTS (
        SELECT FROM outbox e WHERE e.recipient_id = o.recipient_id AND e.channel = o.channel AND e.id < o.id
          AND e.state IN ('waiting', 'sending', 'unsure'))
      ORDER BY o.not_before, o.id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id::text AS id, kind, operation_id::text AS "operationId", recipient_id::text AS "recipientId",
      notice_ids::text[] AS "noticeIds", message_id AS "messageId", tries, doubts, made_at AS "madeAt"`;
  return rows.map((row) => ({ ...row, until })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * From here on its text may arrive. Not where another has taken it over, nor where its act was taken back meanwhile.
 * @returns until when it is held now; null where it must not leave
 */
export async function handOver({ id, until }: Taken, now: Date): Promise<Date | null> {
  const longer = new Date(now.getTime() + lease);
  const held = await db().$executeRaw`
    UPDATE outbox SET handed_at = ${now}, held_until = ${longer}
    WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
  return held === 1 ? longer : null;
}

/** What became of it; nothing where another has taken it over. */
export async function noteOutcome(
  { id, until, tries }: Taken,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  if (outcome.kind === "sent")
    await db().$executeRaw`
      UPDATE outbox SET state = 'sent', held_until = NULL, ended_at = ${now}, tries = tries + 1, failure = NULL, answer = ${outcome.answer}
      WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
  else if (outcome.kind === "refused") await fail({ id, until }, outcome, now);
  else {
    const again = nextTry(tries + 1, now);
    if (!again) return fail({ id, until }, outcome, now);
    const inDoubt = outcome.kind === "doubt";
    await db().$executeRaw`
      UPDATE outbox SET state = ${inDoubt ? "unsure" : "waiting"}, held_until = NULL, not_before = ${again}, tries = tries + 1,
        doubts = doubts + ${inDoubt ? 1 : 0}::int, handed_at = CASE WHEN ${inDoubt} THEN handed_at END,
        failure = ${outcome.cause}, answer = ${outcome.answer}
      WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
  }
}

async function fail(
  { id, until }: Pick<Taken, "id" | "until">,
  { cause, answer }: Exclude<Outcome, { kind: "sent" }>,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    UPDATE outbox SET state = 'failed', held_until = NULL, ended_at = ${now}, tries = tries + 1, failure = ${cause}, answer = ${answer}
    WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
}

/** It has nothing to say any more, or nobody to say it to. */
export async function withdraw({ id, until }: Taken, why: string, now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE outbox SET state = 'withdrawn', held_until = NULL, ended_at = ${now}, failure = ${why}
    WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
}

/** Gives back what was taken and not handed over, as it was. */
export async function putBack(messages: readonly Taken[]): Promise<void> {
  for (const { id, until, doubts } of messages)
    await db().$executeRaw`
      UPDATE outbox SET state = ${doubts > 0 ? "unsure" : "waiting"}, held_until = NULL
      WHERE id = ${id}::uuid AND state = 'sending' AND held_until = ${until}`;
}

/** What a killed worker held: it waits again; what was handed over may have arrived, and leaves again under its id. */
export async function takeOver(now: Date): Promise<number> {
  return db().$executeRaw`
    UPDATE outbox SET state = CASE WHEN handed_at IS NULL AND doubts = 0 THEN 'waiting' ELSE 'unsure' END,
      doubts = doubts + CASE WHEN handed_at IS NULL THEN 0 ELSE 1 END, tries = tries + 1, held_until = NULL,
      failure = CASE WHEN handed_at IS NULL THEN failure ELSE 'no-answer' END
    WHERE state = 'sending' AND held_until < ${now}`;
}
