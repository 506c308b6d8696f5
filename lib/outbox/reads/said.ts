import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";

const said = z.object({ operationId: z.guid(), body: z.string() });

/** What was said by these operations, by operation: for who may see what it was said about. */
export async function readSaid(operationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await listRows(db(), said)`
    SELECT c.operation_id::text AS "operationId", k.body FROM change c JOIN comment k ON k.id = c.row_id::uuid
    WHERE c.table_name = 'comment' AND c.operation_id = ANY (${[...operationIds]}::uuid[])`;
  return new Map(rows.map(({ operationId, body }) => [operationId, body]));
}
