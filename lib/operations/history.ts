import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { operationIsVisible } from "#lib/auth/reads/privacy.ts";
import { readCursor, writeCursor } from "#lib/cursor.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type References, readLabels } from "#lib/operations/history-labels.ts";

// History and audit are one record read twice: of some rows, or of everything. Words are chosen when shown
// (sentence.ts); here are the facts a sentence needs, and nothing that the viewer may not see.

export type HistoryEntry = {
  id: string;
  /** An instant, ISO. */
  at: string;
  /** Null: the system. */
  actor: string | null;
  name: string;
  /** Of an undo: what was taken back. */
  undid: string | null;
  isUndone: boolean;
  /** Rows concerned. */
  count: number;
  /** Names and codes by kind: insight, theme, tribe, team, quarter, answer … */
  facts: Record<string, string>;
};

/** Newest first, at most 200: what was done to any of these rows. The page that shows it has its guard. */
export async function historyOf(viewer: Actor, rowIds: readonly string[]): Promise<HistoryEntry[]> {
  if (rowIds.length === 0) return [];
  const touched = Prisma.sql`op.id IN (SELECT operation_id FROM change WHERE row_id = ANY (${[...rowIds]}))`;
  return entries(viewer, touched, 200);
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
  const found = await entries(viewer, auditWhere(filter, after), pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    entries: page,
    next: found.length > pageSize && last ? writeCursor({ value: last.at, id: last.id }) : null,
  };
}

/** Whoever did anything, for the filter. */
export async function listActors(viewer: Actor): Promise<{ id: string; name: string }[]> {
  authorise(viewer, "audit:read");
  return db().$queryRaw`
    SELECT p.id::text AS id, p.name FROM person p
    WHERE EXISTS (SELECT FROM operation op WHERE op.actor_id = p.id AND ${operationIsVisible(viewer, Prisma.sql`op.visibility`)})
    ORDER BY p.name COLLATE "fr-x-icu"`;
}

function auditWhere(filter: AuditFilter, after: string | null): Prisma.Sql {
  const cursor = readCursor(after ?? undefined, "instant");
  // Days are counted before the zone's hours are: one on which the clocks change has 23 or 25.
  const midnight = (day: string, daysLater = 0) =>
    Prisma.sql`((${day}::date + ${daysLater}::int)::timestamp AT TIME ZONE ${filter.timeZone})`;
  const conditions = [
    filter.personId ? Prisma.sql`op.actor_id = ${filter.personId}::uuid` : null,
    filter.from ? Prisma.sql`op.at >= ${midnight(filter.from)}` : null,
    filter.to ? Prisma.sql`op.at < ${midnight(filter.to, 1)}` : null,
    cursor ? Prisma.sql`(op.at, op.id) < (${new Date(cursor.value)}, ${cursor.id}::uuid)` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

type Found = Omit<HistoryEntry, "at" | "count" | "facts"> & {
  at: Date;
  params: References;
  touched: { table: string; count: number; rowId: string; fields: References }[] | null;
};

/** The columns that tell a sentence something; longer texts stay where they are. */
const telling = [
  ...["tribe_id", "team_id", "theme_id", "insight_id", "initiative_id", "person_id"],
  ...["department_id", "organisation_id", "objective_id", "key_result_id", "merged_into_id"],
  ...["code", "quarter", "answer", "snoozed_until", "half_months", "effort_half_months", "role"],
  ...["now", "name", "title", "value", "kind", "level", "deactivated_at"],
];

async function entries(viewer: Actor, where: Prisma.Sql, limit: number): Promise<HistoryEntry[]> {
  const found = await db().$queryRaw<Found[]>`
    SELECT op.id::text AS id, op.at, p.name AS actor, op.name, undone.name AS undid,
      op.undone_by_id IS NOT NULL AS "isUndone", op.params, touched.tables AS touched
    FROM operation op
    LEFT JOIN person p ON p.id = op.actor_id
    LEFT JOIN operation undone ON op.name = 'undo' AND undone.undone_by_id = op.id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('table', t.table_name, 'count', t.count, 'rowId', c.row_id, 'fields', (
        SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(
          coalesce(c.before, '{}') || jsonb_strip_nulls(coalesce(c.after, '{}'))) AS f WHERE f.key = ANY (${telling})
      )) ORDER BY c.id) AS tables
      FROM (SELECT table_name, count(*)::int AS count, min(id) AS first FROM change
        WHERE operation_id = op.id GROUP BY table_name) AS t
      JOIN change c ON c.id = t.first
    ) AS touched ON true
    WHERE ${where} AND ${operationIsVisible(viewer, Prisma.sql`op.visibility`)}
      AND (undone.id IS NULL OR ${operationIsVisible(viewer, Prisma.sql`undone.visibility`)})
    ORDER BY op.at DESC, op.id DESC LIMIT ${limit}`;
  const labelled = await readLabels(
    viewer,
    found.map(({ params, touched }) => ({ params, touched: touched ?? [] })),
  );
  return found.map(({ params, touched, at, ...entry }, index) => ({
    ...entry,
    at: at.toISOString(),
    count: Math.max(1, ...(touched ?? []).map((table) => table.count), counted(params)),
    facts: labelled[index] ?? {},
  }));
}

function counted(params: References): number {
  return typeof params.count === "number" ? params.count : 0;
}
