import "server-only";
import { z } from "zod";
import { db, type Tx } from "#lib/db.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

const aHash = z.object({ externalId: z.string(), hash: z.string() });
const whetherKnown = z.object({ known: z.boolean() });

/** The rows that are not, cell by cell, what came last: of a file seen before hardly any. */
export async function withoutKnown<Row extends Pick<TicketRow, "externalId" | "hash">>(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
  rows: Row[],
): Promise<Row[]> {
  const known = await listRows(tx, aHash)`
    SELECT external_id AS "externalId", convert_from(row_hash, 'UTF8') AS hash FROM ticket
    WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${rows.map((row) => row.externalId)})`;
  const hashes = new Map(known.map(({ externalId, hash }) => [externalId, hash]));
  return rows.filter((row) => hashes.get(row.externalId) !== row.hash);
}

/** Whether a ticket of these is here, by its id or by a key that it has or had. */
export async function isAnyKnown(sourceId: string, rows: readonly TicketRow[]): Promise<boolean> {
  const ids = rows.map((row) => row.externalId);
  const keys = rows.flatMap((row) => row.key ?? []);
  const { known } = await oneRow(db(), whetherKnown)`
    SELECT EXISTS (SELECT FROM ticket WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${ids}))
      OR EXISTS (SELECT FROM ticket_key WHERE source_id = ${sourceId}::uuid AND key = ANY (${keys})) AS known`;
  return known;
}
