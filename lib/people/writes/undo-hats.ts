import "server-only";
import { z } from "zod";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import type { Asked } from "#lib/operations/undo-rules.ts";
import type { Write } from "#lib/operations/write.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { heldOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

const touchedHat = z.object({ tribeId: z.guid().nullable(), isDeputy: z.boolean() });

/** Hats are Product Ops' to give and take, a deputy's also their Tribe's. @throws UserError `not-allowed` */
export async function requireRightToHats({ tx, actor, operationId }: Asked): Promise<void> {
  const touched = await listRows(tx, touchedHat)`
    SELECT DISTINCT h.tribe_id::text AS "tribeId", h.code = 'deputy' AND h.tribe_id IS NOT NULL AS "isDeputy"
    FROM change c JOIN hat h ON h.id = c.row_id::uuid
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'hat'`;
  for (const { tribeId, isDeputy } of touched)
    authorise(actor, isDeputy ? "deputy:name" : "people:manage", { tribeId });
}

/** Hats taken back leave somebody who may change the settings. @throws UserError `last-admin` */
export async function requireAdmin(
  w: Write,
  _done: readonly Recorded[],
  at: Moment,
): Promise<void> {
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last-admin'))`;
  const admins = await w.tx.hat.count({
    where: {
      code: "product-ops",
      ...heldOn(todayOf(at)),
      person: { deactivatedAt: null },
    },
  });
  if (admins === 0) throw new UserError("last-admin");
}
