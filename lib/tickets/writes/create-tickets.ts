import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Target } from "#lib/tickets/writes/write-tickets.ts";

/**
 * Tickets that nobody knew, each with the insight that comes from it. A key that another ticket had before it was
 * moved away is `taken over`, by whoever has looked; where all are to be `unknown` it is an error. @returns how many.
 */
export async function createTickets(
  w: Write,
  { sourceId, runId, now }: Target,
  keys: "taken over" | "unknown",
): Promise<number> {
  const takeOver = Prisma.sql`ON CONFLICT (source_id, key) DO UPDATE SET ticket_id = excluded.ticket_id`;
  const created = await w.tx.$executeRaw`
    INSERT INTO ticket (id, source_id, external_id, key, title, body, issue_type, request_type, status, status_category,
      severity, labels, reporter_name, reporter_key, organisation_names, raw, row_hash, desk_created_at,
      desk_updated_at, desk_resolved_at, import_run_id, received_at)
    SELECT ticket_id, ${sourceId}::uuid, external_id, key, title, body, issue_type, request_type, status,
      status_category, severity, labels, reporter_name, reporter_key, organisation_names, raw,
      convert_to(row_hash, 'UTF8'), created_at, updated_at, resolved_at, ${runId}::uuid, ${now}
    FROM staged WHERE is_new ORDER BY position`;
  await w.tx.$executeRaw`
    INSERT INTO ticket_key (source_id, key, ticket_id)
    SELECT ${sourceId}::uuid, key, ticket_id FROM staged WHERE is_new AND key IS NOT NULL ORDER BY position
    ${keys === "taken over" ? takeOver : Prisma.empty}`;
  await w.tx.$executeRaw`
    INSERT INTO insight (id, ticket_id, source_id, title, body, kind, language, severity, said_at, updated_at, received_at)
    SELECT insight_id, ticket_id, ${sourceId}::uuid, title, body, kind, language, severity, said_at, changed_at, ${now}
    FROM staged WHERE is_new ORDER BY position`;
  return created;
}
