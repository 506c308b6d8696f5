import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { operationIsVisible } from "#lib/auth/reads/privacy.ts";
import { readCursor, writeCursor } from "#lib/cursor.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type References, readLabels } from "#lib/history/reads/labels.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import { facts } from "#lib/nouns.ts";
import { listRows } from "#lib/sql/rows.ts";

// History and audit are one record read twice: of some rows, or of everything. Words are chosen when shown
// (sentence.ts); here are the facts a sentence needs, and nothing that the viewer may not see.

/** Newest first, at most 200: what was done to any of these rows. The page that shows it has its guard. */
export async function historyOf(viewer: Actor, rowIds: readonly string[]): Promise<HistoryEntry[]> {
  if (rowIds.length === 0) return [];
  const touched = Prisma.sql`(SELECT c.operation_id FROM change c
    WHERE c.row_id = ANY (${[...rowIds]}) AND ${operationIsVisible(viewer, Prisma.sql`c.visibility`, Prisma.sql`(SELECT at FROM operation WHERE id = c.operation_id)`)})`;
  // An array is known before the plan begins at it: a join would begin at the newest of all operations and walk down.
  return entries(viewer, (operation) => Prisma.sql`${operation}.id = ANY (ARRAY${touched})`, 200);
}

/** What these operations were, of those that the viewer may know of. */
export async function historyOfActs(
  viewer: Actor,
  ids: readonly string[],
): Promise<HistoryEntry[]> {
  if (ids.length === 0) return [];
  return entries(
    viewer,
    (operation) => Prisma.sql`${operation}.id = ANY (${[...ids]}::uuid[])`,
    ids.length,
  );
}

/** `timeZone`: by whose calendar the days are read, the company's. */
export type AuditFilter = {
  timeZone: string;
  personId: string | null;
  /** Days, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
};

export type AuditPage = { entries: HistoryEntry[]; next: string | null };

const pageSize = 50;

/** A page of all that was done and that the viewer may see, newest first. @param after `next` of the page before */
export async function listAudit(
  viewer: Actor,
  filter: AuditFilter,
  after: string | null,
): Promise<AuditPage> {
  authorise(viewer, "audit:read");
  const cursor = readCursor(after ?? undefined, "instant");
  const older: Where = (operation) =>
    cursor
      ? Prisma.sql`(op.at, op.id) < (${new Date(cursor.value)}, ${cursor.id}::uuid) AND ${auditWhere(filter, operation)}`
      : auditWhere(filter, operation);
  const found = await entries(viewer, older, pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    entries: page,
    next: found.length > pageSize && last ? writeCursor({ value: last.at, id: last.id }) : null,
  };
}

const someone = z.object({ id: z.guid(), name: z.string() });

/** Whoever did anything, for the filter. */
export async function listActors(viewer: Actor): Promise<{ id: string; name: string }[]> {
  authorise(viewer, "audit:read");
  return listRows(db(), someone)`
    SELECT p.id::text AS id, p.name FROM person p
    WHERE EXISTS (SELECT FROM operation op WHERE op.actor_id = p.id AND ${operationIsVisible(viewer, Prisma.sql`op.visibility`, Prisma.sql`op.at`)})
    ORDER BY p.name COLLATE "fr-x-icu"`;
}

function auditWhere(filter: AuditFilter, operation: Prisma.Sql): Prisma.Sql {
  // Days are counted before the zone's hours are: one on which the clocks change has 23 or 25.
  const midnight = (day: string, daysLater = 0) =>
    Prisma.sql`((${day}::date + ${daysLater}::int)::timestamp AT TIME ZONE ${filter.timeZone})`;
  const conditions = [
    filter.personId ? Prisma.sql`${operation}.actor_id = ${filter.personId}::uuid` : null,
    filter.from ? Prisma.sql`${operation}.at >= ${midnight(filter.from)}` : null,
    filter.to ? Prisma.sql`${operation}.at < ${midnight(filter.to, 1)}` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

const fields = z.record(z.string(), z.unknown());
const found = z.object({
  id: z.guid(),
  at: z.date(),
  actor: z.string().nullable(),
  name: z.string(),
  undid: z.string().nullable(),
  undoneAt: z.date().nullable(),
  undoneBy: z.string().nullable(),
  params: fields,
  touched: z
    .array(
      z.object({
        ...{ table: z.string(), count: z.number(), rowId: z.string() },
        ...{ fields, was: fields, changed: z.array(z.string()) },
      }),
    )
    .nullable(),
});

/** Of columns: those that sentences may mention. Texts only as an act wrote them, never as they stood before it. */
const columns = [...facts.values.keys()];
const plain = columns.filter((column) => facts.values.get(column) !== "text");
const isMentioned = (among: readonly string[]) =>
  Prisma.sql`(f.key = ANY (${[...among]}) OR f.key LIKE '%\\_id')`;

/** What a row that was edited is of: its columns as they were, from the first to this change of it. */
const standing = Prisma.sql`
  SELECT jsonb_object_agg(f.key, f.value ORDER BY p.id) FROM change p, jsonb_each(coalesce(p.after, p.before)) AS f
  WHERE c.before IS NOT NULL AND c.after IS NOT NULL AND p.row_id = c.row_id AND p.table_name = c.table_name AND p.id < c.id
    AND ${isMentioned(plain)}`;
const written = Prisma.sql`
  SELECT jsonb_object_agg(f.key, f.value) FROM jsonb_each(coalesce(c.after, c.before)) AS f
  WHERE ${isMentioned(columns)}`;
const changedSince = Prisma.sql`
  SELECT f.key, f.value FROM jsonb_each(c.before) AS f WHERE c.after IS NOT NULL AND c.after -> f.key IS DISTINCT FROM f.value`;

/** What was taken back within the hour reads as one act, told where it was done. */
const foldsWithin = Prisma.sql`interval '1 hour'`;

type Where = (operation: Prisma.Sql) => Prisma.Sql;

async function entries(viewer: Actor, where: Where, limit: number): Promise<HistoryEntry[]> {
  const rows = await listRows(db(), found)`
    WITH shown AS MATERIALIZED (
      SELECT op.id, op.at, op.name, op.params, op.actor_id, undone.id AS undid_id, undone.name AS undid,
        undone.params AS undid_params, undone.at AS undid_at
      FROM operation op
      LEFT JOIN operation_undo took ON took.undone_by_id = op.id
      LEFT JOIN operation undone ON undone.id = took.operation_id
      WHERE ${where(Prisma.sql`op`)} AND ${operationIsVisible(viewer, Prisma.sql`op.visibility`, Prisma.sql`op.at`)}
        AND (undone.id IS NULL OR (${operationIsVisible(viewer, Prisma.sql`undone.visibility`, Prisma.sql`undone.at`)}
          AND (op.at < undone.at + ${foldsWithin} AND ${where(Prisma.sql`undone`)}) IS NOT TRUE))
      ORDER BY op.at DESC, op.id DESC LIMIT ${limit}
    )
    SELECT op.id::text AS id, op.at, p.name AS actor, op.name, op.undid,
      back.at AS "undoneAt", backer.name AS "undoneBy", coalesce(op.undid_params, op.params) AS params, touched.tables AS touched
    FROM shown op
    LEFT JOIN person p ON p.id = op.actor_id
    LEFT JOIN operation_undo taken ON taken.operation_id = op.id
    LEFT JOIN operation back ON back.id = taken.undone_by_id
    LEFT JOIN person backer ON backer.id = back.actor_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('table', t.table_name, 'count', t.count, 'rowId', c.row_id,
        'fields', jsonb_strip_nulls(coalesce((${standing}), '{}') || coalesce((${written}), '{}')),
        'was', (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM (${changedSince}) AS f WHERE ${isMentioned(columns)}),
        'changed', (SELECT coalesce(jsonb_agg(f.key), '[]') FROM (${changedSince}) AS f)
      ) ORDER BY c.id) AS tables
      FROM (SELECT c.table_name, count(*)::int AS count, min(c.id) AS first FROM change c
        WHERE c.operation_id = coalesce(op.undid_id, op.id) AND ${operationIsVisible(viewer, Prisma.sql`c.visibility`, Prisma.sql`coalesce(op.undid_at, op.at)`)}
        GROUP BY c.table_name) AS t
      JOIN change c ON c.id = t.first
    ) AS touched ON true
    ORDER BY op.at DESC, op.id DESC`;
  const labelled = await readLabels(
    viewer,
    rows.map(({ params, touched }) => ({ params, touched: touched ?? [] })),
  );
  return rows.map(({ params, touched, at, undoneAt, undoneBy, ...entry }, index) => ({
    ...entry,
    at: at.toISOString(),
    undone: undoneAt && { at: undoneAt.toISOString(), by: undoneBy },
    count: Math.max(1, ...(touched ?? []).map((table) => table.count), counted(params)),
    changed: [...new Set((touched ?? []).flatMap((table) => table.changed))],
    ...(labelled[index] ?? { facts: {}, was: {} }),
  }));
}

function counted(params: References): number {
  return typeof params.count === "number" ? params.count : 0;
}
