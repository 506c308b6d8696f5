import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

const productOps = z.object({ email: z.string() });

/** Addresses of those who are Product Ops today: at most two, since only whether it is one counts. */
export async function listProductOps(at: Moment): Promise<string[]> {
  const today = todayOf(at);
  const found = await listRows(db(), productOps)`
    SELECT p.email FROM person p WHERE p.deactivated_at IS NULL AND EXISTS (
      SELECT FROM hat h WHERE h.person_id = p.id AND h.code = 'product-ops' AND ${holdsOn("h", today)})
    ORDER BY p.email LIMIT 2`;
  return found.map(({ email }) => email);
}
