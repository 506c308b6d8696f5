import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { oneRow } from "#lib/sql/rows.ts";

/** Why a message stays here. */
export const withheldFor = [
  "undone",
  "account-closed",
  "not-wanted",
  "read",
  "silenced",
  "told-before",
  "right-gone",
  "no-server",
  "nothing",
] as const;
export type Withheld = (typeof withheldFor)[number];

/** `notice n` is of a thing or a kind that this person wants no messages of. */
export const isSilenced = Prisma.sql`EXISTS (SELECT FROM silence s WHERE s.person_id = n.person_id
  AND (s.kind = n.kind OR (s.subject_kind, s.subject_id) = (n.subject_kind, n.subject_id)))`;

/** In hours: of one thing that somebody has not looked at a second message doesn't leave at once. */
const oncePer = 24;

/** Whether a message told of `notice n` lately: who has not looked since finds the rest in the digest. */
export function wasTold(now: Date, exceptId: string): Prisma.Sql {
  const since = new Date(now.getTime() - oncePer * 3_600_000);
  return Prisma.sql`EXISTS (SELECT FROM outbox o WHERE o.kind = 'notice' AND o.notice_ids @> ARRAY[n.id]
    AND o.id <> ${exceptId}::uuid AND (o.state = 'sent' OR o.failure = 'no-server') AND o.ended_at > ${since})`;
}

const counted = z.object({ unread: z.number(), wanted: z.number(), untold: z.number() });

/** Why nothing is left of a message. */
export async function whyWithheld(
  messageId: string,
  noticeIds: readonly string[],
  now: Date,
): Promise<Withheld> {
  const { unread, wanted, untold } = await oneRow(db(), counted)`
    SELECT count(*)::int AS unread, count(*) FILTER (WHERE NOT ${isSilenced})::int AS wanted,
      count(*) FILTER (WHERE NOT ${wasTold(now, messageId)})::int AS untold
    FROM notice n WHERE n.id = ANY (${[...noticeIds]}::uuid[]) AND n.read_at IS NULL`;
  if (noticeIds.length === 0) return "nothing";
  if (unread === 0) return "read";
  if (wanted === 0) return "silenced";
  return untold === 0 ? "told-before" : "right-gone";
}
