import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { historyOfActs } from "#lib/history/reads/history.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import type { Letter } from "#lib/outbox/mail/letter.ts";
import { findAddressee, writeLetter } from "#lib/outbox/reads/letter.ts";
import { failures, outboxState, type Show } from "#lib/outbox/views.ts";
import type { Moment } from "#lib/quarter.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";

const shown = z.object({
  id: z.guid(),
  kind: z.enum(["notice", "digest"]),
  recipientId: z.guid(),
  recipient: z.string(),
  email: z.string(),
  operationId: z.guid().nullable(),
  noticeIds: z.array(z.guid()),
  state: outboxState,
  failure: z.enum(failures).nullable(),
  answer: z.string().nullable(),
  messageId: z.string().nullable(),
  tries: z.number(),
  doubts: z.number(),
  madeAt: z.date(),
  notBefore: z.date(),
  endedAt: z.date().nullable(),
});
const columns = Prisma.sql`o.id::text AS id, o.kind, p.id::text AS "recipientId", p.name AS recipient, p.email,
  o.operation_id::text AS "operationId", o.notice_ids::text[] AS "noticeIds", o.state, o.failure, o.answer,
  o.message_id AS "messageId", o.tries, o.doubts, o.made_at AS "madeAt", o.not_before AS "notBefore", o.ended_at AS "endedAt"`;
/** `act` is what it tells of; null of a digest, and of what the viewer may not know. */
export type ShownMessage = z.output<typeof shown> & { act: HistoryEntry | null };

const wheres: Readonly<Record<Show, Prisma.Sql>> = {
  waiting: Prisma.sql`o.state IN ('waiting', 'sending', 'unsure')`,
  failed: Prisma.sql`o.state = 'failed'`,
  sent: Prisma.sql`o.state = 'sent'`,
  kept: Prisma.sql`o.state = 'withdrawn' AND o.failure = 'no-server'`,
  withdrawn: Prisma.sql`o.state = 'withdrawn' AND o.failure <> 'no-server'`,
};

export const mostShown = 100;

/** The newest of one sort, with what they tell of. */
export async function listMessages(viewer: PersonActor, show: Show): Promise<ShownMessage[]> {
  authorise(viewer, "settings:manage");
  const rows = await listRows(db(), shown)`
    SELECT ${columns} FROM outbox o JOIN person p ON p.id = o.recipient_id
    WHERE ${wheres[show]} ORDER BY o.made_at DESC, o.id DESC LIMIT ${mostShown}`;
  const acts = await historyOfActs(viewer, [
    ...new Set(rows.flatMap(({ operationId }) => operationId ?? [])),
  ]);
  const entries = new Map(acts.map((entry) => [entry.id, entry]));
  return rows.map((row) => ({ ...row, act: entries.get(row.operationId ?? "") ?? null }));
}

export type ReadMessage = z.output<typeof shown> & {
  /** As its reader has it, of what the viewer may see themselves; null where that is nothing. */
  letter: Letter | null;
};

/** One message, to be read. */
export async function findMessage(
  viewer: PersonActor,
  id: string,
  at: Moment,
): Promise<ReadMessage | null> {
  authorise(viewer, "settings:manage");
  const row = await findRow(db(), shown)`
    SELECT ${columns} FROM outbox o JOIN person p ON p.id = o.recipient_id WHERE o.id = ${id}::uuid`;
  if (!row) return null;
  const [actor, addressee] = await Promise.all([
    findActorById(row.recipientId, at),
    findAddressee(row.recipientId),
  ]);
  if (!actor) return { ...row, letter: null };
  const reader = { actor, timeZone: addressee?.timeZone ?? at.timeZone, at };
  const written = await writeLetter(row, reader, { looker: viewer });
  return { ...row, letter: written?.letter ?? null };
}
