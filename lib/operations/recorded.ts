import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import type { Shape } from "#lib/sql/known.ts";

/** What is known of a recorded change, for a SELECT on `change c`. */
export const recorded = Prisma.sql`
  c.id, c.table_name AS "tableName", c.row_id AS "rowId",
  CASE WHEN c.before IS NULL THEN 'insert' WHEN c.after IS NULL THEN 'delete' ELSE 'update' END AS kind,
  ARRAY(SELECT jsonb_object_keys(coalesce(c.before, c.after)) ORDER BY 1) AS columns`;

export const aChange = z.object({
  id: z.bigint(),
  tableName: z.string(),
  rowId: z.string(),
  kind: z.enum(["insert", "update", "delete"]),
  columns: z.array(z.string()),
}) satisfies Shape<Recorded>;
