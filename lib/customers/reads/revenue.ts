import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { revenueShownTo, seesAnyway } from "#lib/customers/revenue-rule.ts";
import { db } from "#lib/db.ts";

/** Whether revenue may be selected for this viewer; reads the setting only for those it could shut out. */
export async function maySeeRevenue(viewer: Actor): Promise<boolean> {
  if (seesAnyway(viewer)) return true;
  const setting = await db().setting.findUnique({
    where: { id: "revenue-visibility" },
    select: { value: true },
  });
  return revenueShownTo(viewer, setting?.value === "product" ? "product" : "all");
}
