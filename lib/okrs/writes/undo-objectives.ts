import "server-only";
import { z } from "zod";
import { authorise } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Asked } from "#lib/operations/undo-rules.ts";
import { listRows } from "#lib/sql/rows.ts";

const touchedObjective = z.object({ level: z.string(), ownerId: z.guid().nullable() });

/** Somebody's own objective is theirs to take back: others do not even see that it was done. */
export async function requireRightToObjectives({ tx, actor, operationId }: Asked): Promise<void> {
  const key = Prisma.sql`coalesce(c.after ->> 'objective_id', c.before ->> 'objective_id', k.objective_id::text, c.row_id)::uuid`;
  const touched = await listRows(tx, touchedObjective)`
    SELECT DISTINCT o.level, o.owner_id::text AS "ownerId" FROM change c
    LEFT JOIN key_result k ON k.id = c.row_id::uuid AND c.table_name = 'key_result'
    JOIN objective o ON o.id = ${key}
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name IN ('objective', 'key_result')`;
  for (const { level, ownerId } of touched) {
    if (level === "individual") authorise(actor, "okr:edit-individual", { ownerId });
    else authorise(actor, level === "company" ? "okr:edit-company" : "okr:edit-department");
  }
}
