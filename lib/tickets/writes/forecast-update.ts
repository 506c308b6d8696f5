import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";
import type { Target } from "#lib/tickets/target.ts";
import { comparedColumns, differs } from "#lib/tickets/writes/compared-columns.ts";

// What `updateTickets` would do of what is staged.

/** How many tickets `updateTickets` would change. */
export async function countChanged(w: Pick<Write, "tx">, target: Target): Promise<number> {
  const { count } = await oneRow(w.tx, onlyCount)`
    SELECT count(*)::int AS count FROM ticket t JOIN staged s ON ${differs(comparedColumns(target), target)}`;
  return count;
}

const aDifference = z.object({
  /** The ticket's key, title or id. */
  name: z.string(),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type Difference = z.infer<typeof aDifference>;

/** The first tickets that `updateTickets` would change, each with those of its fields that differ, shortened. */
export async function listChanged(
  w: Pick<Write, "tx">,
  target: Target,
  limit: number,
): Promise<Difference[]> {
  const columns = comparedColumns(target);
  const parts = columns.map(
    (
      c,
    ) => Prisma.sql`jsonb_build_object('field', ${c.column}::text, 'before', left((t.${c.name})::text, 160),
      'after', left((${c.value})::text, 160), 'differs', t.${c.name} IS DISTINCT FROM ${c.value})`,
  );
  return listRows(w.tx, aDifference)`
    SELECT coalesce(t.key, t.title, t.external_id) AS name, (
      SELECT coalesce(jsonb_agg(part - 'differs'), '[]') FROM jsonb_array_elements(jsonb_build_array(${Prisma.join(parts)})) AS part
      WHERE (part ->> 'differs')::boolean) AS changes
    FROM ticket t JOIN staged s ON ${differs(columns, target)} ORDER BY s.position LIMIT ${limit}`;
}
