import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can, type Permission } from "#lib/auth/policy.ts";
import { viewerId } from "#lib/auth/reads/privacy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What somebody may take along, asked once before anything is read. */
export type Reach = {
  viewer: Actor;
  seesRevenue: boolean;
  may: (permission: Permission) => boolean;
  /** The viewer's id, for SQL. */
  me: Prisma.Sql;
};

export async function reachOf(viewer: Actor): Promise<Reach> {
  return {
    viewer,
    seesRevenue: await maySeeRevenue(viewer),
    may: (permission) => can(viewer, permission),
    me: Prisma.sql`${viewerId(viewer)}::uuid`,
  };
}
