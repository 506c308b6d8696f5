import type { Actor } from "#lib/auth/actor.ts";
import { permissionSets } from "#lib/auth/policy.ts";
import type { revenueVisibilities } from "#lib/customers/schema.ts";

// Sales brought the figures, so everyone sees what a customer is worth by default; a company may keep that to
// product, lead and admin.

export type RevenueVisibility = (typeof revenueVisibilities)[number];

/** Whether this viewer sees revenue and amounts at stake when the company's setting says `visibility`. */
export function revenueShownTo(viewer: Actor, visibility: RevenueVisibility): boolean {
  return visibility === "all" || seesAnyway(viewer);
}

/** Those whom no value of the setting shuts out. */
export function seesAnyway(viewer: Actor): boolean {
  return viewer.kind === "system" || permissionSets(viewer).some((set) => set !== "contributor");
}
