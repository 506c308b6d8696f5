import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

// Hats, memberships and the periods of Tribes and teams are dated: `ends_on` is the first day without. Days are YYYY-MM-DD.

/** What SQL calls a dated row. */
type Alias = "h" | "m" | "s" | "was";

/** Whether the row holds on a day. */
export function holdsOn(alias: Alias, day: string): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(alias)}.starts_on <= ${day}::date AND ${isNotOverOn(alias, day)}`;
}

/** Whether it holds on that day or later. */
export function isNotOverOn(alias: Alias, day: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`(${row}.ends_on IS NULL OR ${row}.ends_on > ${day}::date)`;
}

/** As `holdsOn`, a filter of the client. */
export function heldOn(day: string) {
  return { startsOn: { lte: new Date(day) }, ...notOverOn(day) };
}

/** As `isNotOverOn`, a filter of the client. */
export function notOverOn(day: string) {
  return { OR: [{ endsOn: null }, { endsOn: { gt: new Date(day) } }] };
}
