import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { isLookedAfterBy } from "#lib/customers/reads/looked-after.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/**
 * Product, lead and admin see all; everyone else what they handed in or asked for, and what was said for a customer they
 * look after. By their address alone: a name is what anybody may bear. `name` is that of `insight`.
 */
export function visibleSql(viewer: Actor, name: "i" | "m" | "t" = "i"): Prisma.Sql {
  if (viewer.kind === "system" || can(viewer, "insight:list")) return Prisma.sql`true`;
  const insight = Prisma.raw(name);
  return Prisma.sql`(${insight}.handed_in_by_id = ${viewer.id}::uuid OR EXISTS (
    SELECT FROM insight_requester l JOIN requester r ON r.id = l.requester_id
    WHERE l.insight_id = ${insight}.id AND r.person_id = ${viewer.id}::uuid) OR EXISTS (
    SELECT FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
    WHERE l.insight_id = ${insight}.id AND ${isLookedAfterBy(viewer.id)}))`;
}

/** Ids of `insight i` and of what was merged into it, as far as the viewer may see that. */
export function wholeSql(viewer: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT i.id UNION ALL SELECT m.id FROM insight m WHERE m.merged_into_id = i.id AND ${visibleSql(viewer, "m")}`;
}
