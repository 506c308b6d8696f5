import "server-only";
import { z } from "zod";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

// A merged insight always points at the one that stands, never at another that was merged. Where it came through is
// in the record of changes.

/** Ids of what is merged into any of these, locked until the transaction ends. */
export async function lockMergedInto(w: Write, ids: readonly string[]): Promise<string[]> {
  const rows = await listRows(w.tx, onlyId)`
    SELECT id::text AS id FROM insight WHERE merged_into_id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

const movedLink = z.object({ id: z.guid(), from: z.guid() });

/**
 * Among `others`, those that were merged into one of `ids` before that one was merged itself, and were not parted
 * since: `from` is the one they came with, the first where it was several.
 */
export function cameWith(
  w: Write,
  ids: readonly string[],
  others: readonly string[],
): Promise<{ id: string; from: string }[]> {
  return listRows(w.tx, movedLink)`
    SELECT DISTINCT ON (i.id) i.id::text AS id, b.id::text AS "from"
    FROM insight b JOIN insight i ON i.merged_into_id = b.merged_into_id AND i.id = ANY (${[...others]}::uuid[])
    JOIN change c ON c.row_id = i.id::text AND c.table_name = 'insight' AND c.before ->> 'merged_into_id' = b.id::text
    WHERE b.id = ANY (${[...ids]}::uuid[]) AND NOT EXISTS (SELECT FROM change parted
      WHERE parted.row_id = c.row_id AND parted.table_name = 'insight' AND parted.id >= c.id
        AND parted.after -> 'merged_into_id' = 'null')
    ORDER BY i.id, c.id`;
}
