import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { permissionSets } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nilId } from "#lib/nil-id.ts";

// Individual OKRs are private to their owner and the managers above; the owner may share them. Product Ops keeps the
// tool and its org chart, and sees none but its own: making oneself somebody's manager opens nothing.

/** Whether `objective o` may be seen: to be put into a WHERE. */
export function objectiveIsVisible(viewer: Actor): Prisma.Sql {
  const own = Prisma.sql`o.level <> 'individual' OR o.owner_id = ${viewerId(viewer)}::uuid`;
  if (!seesOthersOkrs(viewer)) return Prisma.sql`(${own})`;
  return Prisma.sql`(${own} OR o.is_shared OR o.owner_id IN ${everyoneBelow(viewer)})`;
}

/** Whether an operation, or a change, may be seen, given the column that says for whom it is. */
export function operationIsVisible(viewer: Actor, visibility: Prisma.Sql): Prisma.Sql {
  const own = Prisma.sql`${visibility} IN ('all', ${viewerId(viewer)})`;
  if (!seesOthersOkrs(viewer)) return Prisma.sql`(${own})`;
  return Prisma.sql`(${own} OR ${visibility} IN (SELECT id::text FROM ${everyoneBelow(viewer)} AS reports))`;
}

export function seesOthersOkrs(viewer: Actor): boolean {
  return viewer.kind === "person" && !permissionSets(viewer).includes("admin");
}

/** A subquery of the ids of everybody below the viewer, however deep. A circle of managers ends where it began. */
export function everyoneBelow(viewer: Actor): Prisma.Sql {
  return Prisma.sql`(
    WITH RECURSIVE below (id) AS (
      SELECT id FROM person WHERE manager_id = ${viewerId(viewer)}::uuid
      UNION
      SELECT p.id FROM person p JOIN below b ON p.manager_id = b.id
    )
    SELECT id FROM below WHERE id <> ${viewerId(viewer)}::uuid)`;
}

/** The id to compare with in SQL; nobody's for the system. */
export function viewerId(viewer: Actor): string {
  return viewer.kind === "person" ? viewer.id : nilId;
}
