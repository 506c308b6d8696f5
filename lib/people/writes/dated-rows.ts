import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import type { Write } from "#lib/operations/write.ts";
import { endedOn, type Period } from "#lib/people/dated.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

/** Who changes one person's hats or places waits for whoever began before. @throws UserError `not-found` */
export async function lockPerson(tx: Tx, id: string): Promise<void> {
  const found = await listRows(tx, anyRow)`
    SELECT 1 FROM person WHERE id = ${id}::uuid AND deactivated_at IS NULL FOR UPDATE`;
  if (found.length === 0) throw new UserError("not-found");
}

type DatedTable = "hat" | "membership";
export type DatedRow = Period & { id: string };

/** Cuts a dated row at a day; one that began no earlier is taken away altogether. */
export async function endRow(
  w: Write,
  table: DatedTable,
  { id, ...period }: DatedRow,
  endsOn: string,
): Promise<void> {
  const left = endedOn(period, endsOn);
  if (!left?.endsOn) await w.remove(table, [id]);
  else if (left.endsOn !== period.endsOn)
    await w.update(table, [id], { endsOn: new Date(left.endsOn) });
}

/** Ends all hats and memberships of a person on that day. */
export async function endAllOf(w: Write, personId: string, endsOn: string): Promise<void> {
  for (const table of ["hat", "membership"] as const)
    for (const row of await datedRowsOf(w.tx, table, personId)) await endRow(w, table, row, endsOn);
}

async function datedRowsOf(tx: Tx, table: DatedTable, personId: string): Promise<DatedRow[]> {
  const where = { personId };
  const select = { id: true, startsOn: true, endsOn: true } as const;
  const rows =
    table === "hat"
      ? await tx.hat.findMany({ where, select })
      : await tx.membership.findMany({ where, select });
  return rows.map(asDatedRow);
}

export function asDatedRow(row: { id: string; startsOn: Date; endsOn: Date | null }): DatedRow {
  return {
    id: row.id,
    startsOn: row.startsOn.toISOString().slice(0, 10),
    endsOn: row.endsOn?.toISOString().slice(0, 10) ?? null,
  };
}

const adminHat = z.object({ id: z.guid(), personId: z.guid() });

/**
 * A company without anybody who may change its settings would be stuck. All who ask wait for each other, so that
 * the last two cannot leave together.
 * @throws UserError `last-admin`
 */
export async function requireAnotherAdmin(
  tx: Tx,
  personId: string,
  today: string,
  hatId?: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last-admin'))`;
  const admins = await listRows(tx, adminHat)`
    SELECT h.id::text AS id, h.person_id::text AS "personId"
    FROM hat h JOIN person p ON p.id = h.person_id AND p.deactivated_at IS NULL
    WHERE h.code = 'product-ops' AND ${holdsOn("h", today)}`;
  const leaves = (admin: { id: string; personId: string }) =>
    hatId === undefined ? admin.personId === personId : admin.id === hatId;
  if (admins.some(leaves) && admins.every(leaves)) throw new UserError("last-admin");
}
