import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type TicketColumn, ticketColumns } from "#lib/tickets/columns.ts";
import type { Target } from "#lib/tickets/target.ts";

// What an update compares and writes: of a ticket `t` and the staged row `s` that tells of it.

export type Compared = { column: string; name: Prisma.Sql; value: Prisma.Sql };

/** The columns that are told of, each with the value that an update gives it. */
export function comparedColumns({ present, rawNames }: Target): Compared[] {
  return ticketColumns.flatMap((column) => {
    const { ticket, fields = [], updated } = column;
    const isTold = updated === "raw-fields-told" || fields.some((field) => present.has(field));
    if (!ticket || !isTold) return [];
    const value = toldValue(column, rawNames);
    return [{ column: ticket, name: Prisma.raw(`"${ticket}"`), value }];
  });
}

function toldValue(
  { name, updated }: Pick<TicketColumn, "name" | "updated">,
  rawNames: string[],
): Prisma.Sql {
  if (updated === "raw-fields-told") return Prisma.sql`(t.raw - ${rawNames}::text[]) || s.raw`;
  if (updated === "by-name-where-no-id")
    return Prisma.sql`CASE WHEN s.reporter_key LIKE 'name:%' AND t.reporter_key LIKE 'desk:%'
      AND s.reporter_name = t.reporter_name THEN t.reporter_key ELSE s.reporter_key END`;
  return Prisma.raw(`s."${name}"`);
}

/** That a staged row changes its ticket: something differs, and it is not older than what is here. */
export function differs(columns: Compared[], { takesOlder }: Target): Prisma.Sql {
  const any = columns.map((c) => Prisma.sql`t.${c.name} IS DISTINCT FROM ${c.value}`);
  return Prisma.sql`
    t.id = s.ticket_id AND NOT s.is_new AND NOT s.superseded AND t.row_hash <> convert_to(s.row_hash, 'UTF8')
    AND ${takesOlder ? Prisma.sql`true` : notOlder}
    AND (${Prisma.join(any, " OR ")})`;
}

const notOlder = Prisma.sql`(s.updated_at IS NULL OR t.desk_updated_at IS NULL OR s.updated_at >= t.desk_updated_at)`;
