import "server-only";
import { z } from "zod";
import { factors, fieldOf } from "#lib/initiatives/rice.ts";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import { columnOf } from "#lib/operations/rows.ts";
import type { Said } from "#lib/operations/said.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Moment } from "#lib/quarter.ts";
import { listRows } from "#lib/sql/rows.ts";

const factorSet = z.object({
  initiativeId: z.guid(),
  factor: z.enum(factors),
  value: z.number().nullable(),
});
/** A value that somebody gave a factor; null takes it back. */
export type FactorSet = z.output<typeof factorSet>;

/** Who gives a value, when and why. */
export type SaidWhy = Said & { reason?: string | null };

/** Keeps who gave these values, when and why: their history is only ever added to. */
export async function keepFactors(
  w: Write,
  set: readonly FactorSet[],
  { byId, at, reason = null }: SaidWhy,
): Promise<void> {
  if (set.length === 0) return;
  await w.tx.$executeRaw`
    INSERT INTO rice_version (initiative_id, factor, value, reason, set_by_id, set_at)
    SELECT s."initiativeId", s.factor, s.value, ${reason}, ${byId}::uuid, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(set)}::jsonb) AS s ("initiativeId" uuid, factor text, value int)`;
}

/** A score taken back is a new version of its factors. */
export async function keepFactorsTakenBack(
  w: Write,
  done: readonly Recorded[],
  { now }: Moment,
): Promise<void> {
  const scored = done.filter(({ kind }) => kind === "update").map(({ id }) => id);
  const set: FactorSet[] = [];
  for (const factor of factors) {
    const column = columnOf(fieldOf[factor]);
    const rows = await listRows(w.tx, factorSet)`
      SELECT row_id AS "initiativeId", ${factor} AS factor, (before ->> ${column}::text)::int AS value
      FROM change WHERE id = ANY (${scored}::bigint[]) AND before ? ${column}`;
    set.push(...rows);
  }
  const by = await w.tx.operation.findUniqueOrThrow({
    where: { id: w.operationId },
    select: { actorId: true },
  });
  await keepFactors(w, set, { byId: by.actorId, at: now });
}
