import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { ticketColumns } from "#lib/tickets/columns.ts";
import type { Target } from "#lib/tickets/target.ts";

/**
 * Staged tickets that nobody knew, each with the insight that comes from it. A key that another ticket had before it was
 * moved away is `taken over`, by whoever has looked; where all are to be `unknown` it is an error. @returns how many.
 */
export async function createTickets(
  w: Write,
  { sourceId, runId, now }: Target,
  keys: "taken over" | "unknown",
): Promise<number> {
  const takeOver = Prisma.sql`ON CONFLICT (source_id, key) DO UPDATE SET ticket_id = excluded.ticket_id`;
  const created = await w.tx.$executeRaw`
    INSERT INTO ticket (id, source_id, ${ofTicket.written}, import_run_id, received_at)
    SELECT ticket_id, ${sourceId}::uuid, ${ofTicket.staged}, ${runId}::uuid, ${now}
    FROM staged WHERE is_new ORDER BY position`;
  await w.tx.$executeRaw`
    INSERT INTO ticket_key (source_id, key, ticket_id)
    SELECT ${sourceId}::uuid, key, ticket_id FROM staged WHERE is_new AND key IS NOT NULL ORDER BY position
    ${keys === "taken over" ? takeOver : Prisma.empty}`;
  await w.tx.$executeRaw`
    INSERT INTO insight (id, ticket_id, source_id, ${ofInsight.written}, received_at)
    SELECT insight_id, ticket_id, ${sourceId}::uuid, ${ofInsight.staged}, ${now}
    FROM staged WHERE is_new ORDER BY position`;
  return created;
}

const ofTicket = listsOf(
  ticketColumns.flatMap(({ name, ticket, isBytes }) =>
    ticket ? [[ticket, isBytes ? `convert_to(${name}, 'UTF8')` : name] as const] : [],
  ),
);
const ofInsight = listsOf(
  ticketColumns.flatMap(({ name, insight }) => (insight ? [[insight, name] as const] : [])),
);

function listsOf(pairs: (readonly [written: string, staged: string])[]) {
  return {
    written: Prisma.raw(pairs.map(([written]) => written).join(", ")),
    staged: Prisma.raw(pairs.map(([, staged]) => staged).join(", ")),
  };
}
