import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";
import { storedParams } from "#lib/stored-sentence.ts";

// The rows behind an import's numbers, a page at a time: each list goes on after the last place shown.

export const rowsAPage = 100;

/** Refused rows by line, from after `line`. */
export async function listRefusedRows(viewer: Actor, runId: string, line: number) {
  if (!can(viewer, "import:read")) return [];
  const rows = await db().importRefusal.findMany({
    where: { importRunId: runId, line: { gt: line } },
    select: { id: true, line: true, reason: true, params: true },
    orderBy: [{ line: "asc" }, { id: "asc" }],
    take: rowsAPage,
  });
  return rows.map((row) => ({ ...row, params: storedParams.parse(row.params) }));
}

export type RefusedRowView = Awaited<ReturnType<typeof listRefusedRows>>[number];

const imported = z.object({
  ticketId: z.guid(),
  key: z.string().nullable(),
  title: z.string().nullable(),
  number: z.number(),
});
export type ImportedRow = z.infer<typeof imported>;

/** Tickets that this import brought, each with its insight, from after `ticketId`. */
export async function listCreatedRows(
  viewer: Actor,
  runId: string,
  ticketId: string | null,
): Promise<ImportedRow[]> {
  if (!can(viewer, "import:read")) return [];
  return listRows(db(), imported)`
    SELECT t.id::text AS "ticketId", t.key, i.title, i.number
    FROM ticket t JOIN insight i ON i.ticket_id = t.id AND i.split_from_id IS NULL
    WHERE t.import_run_id = ${runId}::uuid AND (${ticketId}::uuid IS NULL OR t.id > ${ticketId}::uuid)
    ORDER BY t.id LIMIT ${rowsAPage}`;
}

/** Tickets that this import changed, from after `ticketId`. */
export async function listUpdatedRows(
  viewer: Actor,
  runId: string,
  ticketId: string | null,
): Promise<ImportedRow[]> {
  if (!can(viewer, "import:read")) return [];
  return listRows(db(), imported)`
    SELECT DISTINCT ON (t.id) t.id::text AS "ticketId", t.key, i.title, i.number
    FROM import_run run
    JOIN operation o ON o.at >= run.started_at AND o.at <= coalesce(run.finished_at, now())
      AND o.name = 'import.batch' AND o.params ->> 'run' = run.id::text
    JOIN change c ON c.operation_id = o.id AND c.table_name = 'ticket'
    JOIN ticket t ON t.id = c.row_id::uuid
    JOIN insight i ON i.ticket_id = t.id AND i.split_from_id IS NULL
    WHERE run.id = ${runId}::uuid AND (${ticketId}::uuid IS NULL OR t.id > ${ticketId}::uuid)
    ORDER BY t.id LIMIT ${rowsAPage}`;
}
