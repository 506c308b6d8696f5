import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { noticeKinds, pressingKinds } from "#lib/frame/notice-kind.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { subjectsMade, touchedSubjects } from "#lib/notices/reads/touched-subjects.ts";
import { hearings, subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { Operation } from "#lib/operations/operation.ts";
import type { Call, Write } from "#lib/operations/write.ts";
import { afterGrace } from "#lib/outbox/grace.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";

/** How many of the acts behind the newest a line keeps: the newest of those that stand is the one that it tells. */
const EARLIER = 20;

/** What a command of this person tells others, in its own transaction. */
export function tellFor(actor: PersonActor, at: Moment): NonNullable<Call["tell"]> {
  return async (w, operation) => {
    await followOwn(w, actor, at);
    await tell(w, actor, operation, at);
  };
}

/** Who takes part follows: who made a thing or said something about it, unless they stopped before. */
async function followOwn(w: Write, actor: PersonActor, { now }: Moment): Promise<void> {
  const made = subjectsMade(w);
  if (!made) return;
  await w.tx.$executeRaw`
    INSERT INTO follow (person_id, subject_kind, subject_id, since)
    SELECT DISTINCT ${actor.id}::uuid, s.kind, s.id, ${now}::timestamptz FROM (${made}) AS s
    ON CONFLICT (person_id, subject_kind, subject_id) DO NOTHING`;
}

/**
 * A line for each who follows what was touched, and for each whom the noun names; none for whoever did it. While it is
 * unread the next about the same thing is added to it. Of several reasons the most pressing stands. What doesn't wait
 * until somebody looks is sent to those who want messages, once the act's grace is over.
 */
async function tell(w: Write, actor: PersonActor, operation: Operation, at: Moment): Promise<void> {
  const hearers = hearersOf(w, operation, at);
  if (hearers.length === 0) return;
  await w.tx.$executeRaw`
    WITH line AS (
    INSERT INTO notice (person_id, kind, subject_kind, subject_id, fold_key, operation_id, at)
    SELECT person_id, kind, subject_kind, subject_id, concat_ws(' ', kind, subject_kind, subject_id), ${w.operationId}::uuid, ${at.now}
    FROM (
      SELECT DISTINCT ON (h.person_id, h.subject_kind, h.subject_id) h.*
      FROM (${Prisma.join(hearers, " UNION ALL ")}) AS h
      WHERE h.person_id <> ${actor.id}::uuid
      ORDER BY h.person_id, h.subject_kind, h.subject_id, array_position(${[...noticeKinds]}::text[], h.kind)
    ) AS told
    WHERE EXISTS (SELECT FROM person p WHERE p.id = told.person_id AND p.deactivated_at IS NULL)
    ORDER BY person_id, subject_kind, subject_id
    ON CONFLICT (person_id, fold_key) WHERE read_at IS NULL
    DO UPDATE SET times = notice.times + 1, operation_id = EXCLUDED.operation_id, at = EXCLUDED.at,
      earlier_ids = (notice.operation_id || notice.earlier_ids)[1:${EARLIER}::int]
    RETURNING id, person_id, kind, subject_kind, subject_id)
    INSERT INTO outbox (operation_id, channel, kind, recipient_id, subject_kind, subject_id, notice_ids, idempotency_key, not_before, made_at)
    SELECT ${w.operationId}::uuid, p.messages, 'notice', p.id, l.subject_kind, l.subject_id, ARRAY[l.id],
      concat_ws(' ', 'notice', l.id, ${w.operationId}::text), ${afterGrace(at.now)}, ${at.now}
    FROM line AS l JOIN person p ON p.id = l.person_id
    WHERE l.kind = ANY (${[...pressingKinds]}::text[]) AND p.messages <> 'none' AND NOT EXISTS (
      SELECT FROM silence s WHERE s.person_id = p.id
        AND (s.kind = l.kind OR (s.subject_kind, s.subject_id) = (l.subject_kind, l.subject_id)))
    ORDER BY l.id`;
}

function hearersOf(w: Write, { name }: Operation, at: Moment): Prisma.Sql[] {
  const changes = Prisma.sql`(SELECT * FROM change WHERE operation_id = ${w.operationId}::uuid)`;
  const hearing = hearings.get(name);
  const touched = touchedSubjects(w);
  return [
    ...(hearing
      ? [
          Prisma.sql`
            SELECT n.person_id, n.subject_kind, n.subject_id, ${hearing.kind}::text AS kind
            FROM (${hearing.who(changes, todayOf(at))}) AS n`,
        ]
      : []),
    ...(touched
      ? [
          Prisma.sql`
            SELECT f.person_id, f.subject_kind, f.subject_id, 'changed' AS kind
            FROM (SELECT DISTINCT s.kind, s.id FROM (${touched}) AS s) AS s
            JOIN follow f ON f.subject_id = s.id AND f.subject_kind = s.kind AND f.stopped_at IS NULL`,
          ...merging.map((of) => followersOfMerged(touched, of)),
        ]
      : []),
  ];
}

type Merging = (typeof merging)[number];

const merging = [...subjects].flatMap(([kind, { table, followed, countsAs }]) =>
  followed && countsAs ? [{ kind, table: identifier(table), countsAs: identifier(countsAs) }] : [],
);

/** Who follows something that was merged into what was touched, once for all of that; of whoever follows or stopped that one, that decides. */
function followersOfMerged(touched: Prisma.Sql, { kind, table, countsAs }: Merging): Prisma.Sql {
  return Prisma.sql`
    SELECT f.person_id, ${kind}::text AS subject_kind, (array_agg(m.id ORDER BY m.id))[1] AS subject_id, 'changed' AS kind
    FROM (SELECT DISTINCT s.id FROM (${touched}) AS s WHERE s.kind = ${kind}) AS s
    JOIN ${table} AS m ON m.${countsAs} = s.id AND m.id <> s.id
    JOIN follow f ON f.subject_id = m.id AND f.subject_kind = ${kind} AND f.stopped_at IS NULL
    WHERE NOT EXISTS (SELECT FROM follow own
      WHERE own.person_id = f.person_id AND own.subject_kind = ${kind} AND own.subject_id = s.id)
    GROUP BY f.person_id, s.id`;
}
