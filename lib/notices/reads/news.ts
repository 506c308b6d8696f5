import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { noticeKinds } from "#lib/frame/notice-kind.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { historyOfActs } from "#lib/history/reads/history.ts";
import type { News } from "#lib/notices/views.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { listRows } from "#lib/sql/rows.ts";

const told = z.object({
  id: z.guid(),
  kind: z.enum(noticeKinds),
  path: z.string(),
  times: z.number(),
  at: z.date(),
  isRead: z.boolean(),
  operationId: z.guid(),
  on: z.string(),
  about: z.guid(),
});
export type Told = z.output<typeof told>;

const SHOWN = 30;

/**
 * What this person is told and has not put out of sight, newest first, unread before read: of what they may see now. What
 * was taken back since is told to nobody.
 */
export async function listNews(viewer: PersonActor): Promise<News[]> {
  authorise(viewer, "own-settings:edit");
  const rows = await listTold(viewer, Prisma.sql`n.cleared_at IS NULL`, SHOWN);
  const acts = await historyOfActs(
    viewer,
    rows.map(({ operationId }) => operationId),
  );
  const entries = new Map(acts.map((entry) => [entry.id, entry]));
  return rows.flatMap(({ operationId, at, on: _on, about: _about, ...row }) => {
    const entry = entries.get(operationId);
    return entry ? [{ ...row, at: at.toISOString(), entry }] : [];
  });
}

/** The rows of those that `which` picks (of `notice n`), each with the address of its thing. */
export async function listTold(
  viewer: PersonActor,
  which: Prisma.Sql,
  limit: number,
  asks: Tx = db(),
): Promise<Told[]> {
  const kinds = [...subjects].filter(([, { read }]) => can(viewer, read));
  const things = kinds.map(
    ([kind, { table, seen, path }]) => Prisma.sql`
      SELECT n.*, ${path} AS path FROM own AS n JOIN ${identifier(table)} AS t ON t.id = n.subject_id
      WHERE n.subject_kind = ${kind} AND ${seen(viewer)}`,
  );
  return listRows(asks, told)`
    WITH own AS (
      SELECT n.id, n.kind, n.subject_kind, n.subject_id, n.times - acts.undone AS times, op.at, n.read_at, op.id AS operation_id
      FROM notice n CROSS JOIN LATERAL (
        SELECT count(u.operation_id)::int AS undone, (array_agg(a.id ORDER BY a.place) FILTER (WHERE u.operation_id IS NULL))[1] AS newest
        FROM unnest(n.operation_id || n.earlier_ids) WITH ORDINALITY AS a (id, place)
          LEFT JOIN operation_undo u ON u.operation_id = a.id) AS acts
      JOIN operation op ON op.id = acts.newest
      WHERE n.person_id = ${viewer.id}::uuid AND ${which}
    )
    SELECT id::text AS id, kind, path, times, at, read_at IS NOT NULL AS "isRead", operation_id::text AS "operationId",
      subject_kind AS "on", subject_id::text AS about
    FROM (${Prisma.join(things, " UNION ALL ")}) AS thing
    ORDER BY read_at IS NOT NULL, at DESC, id LIMIT ${limit}`;
}
