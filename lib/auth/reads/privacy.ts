import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { permissionSets } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nilId } from "#lib/nil-id.ts";

// Individual OKRs are private to their owner and the managers above; the owner may share them. Whoever becomes a manager
// sees what is agreed from then on: to be made somebody's manager opens nothing that was said to another. Product Ops
// keeps the tool and its org chart, and sees none but its own.

/** Whether `objective o` may be seen: to be put into a WHERE. */
export function objectiveIsVisible(viewer: Actor): Prisma.Sql {
  const own = Prisma.sql`o.level <> 'individual' OR o.owner_id = ${viewerId(viewer)}::uuid`;
  if (!seesOthersOkrs(viewer)) return Prisma.sql`(${own})`;
  return Prisma.sql`(${own} OR o.is_shared
    OR ${isSinceManaged(viewer, Prisma.sql`o.owner_id::text`, Prisma.sql`coalesce(o.agreed_at, o.created_at)`)})`;
}

/** Whether an operation, or a change, may be seen, given the columns that say for whom it is and when it was. */
export function operationIsVisible(
  viewer: Actor,
  visibility: Prisma.Sql,
  at: Prisma.Sql,
): Prisma.Sql {
  const own = Prisma.sql`${visibility} IN ('all', ${viewerId(viewer)})`;
  if (!seesOthersOkrs(viewer)) return Prisma.sql`(${own})`;
  return Prisma.sql`(${own} OR ${isSinceManaged(viewer, visibility, at)})`;
}

export function seesOthersOkrs(viewer: Actor): boolean {
  return viewer.kind === "person" && !permissionSets(viewer).includes("admin");
}

/** A subquery of the ids of everybody below the viewer, however deep. A circle of managers ends where it began. */
export function everyoneBelow(viewer: Actor): Prisma.Sql {
  return Prisma.sql`(${below(viewer)} SELECT id FROM below WHERE id <> ${viewerId(viewer)}::uuid)`;
}

/** Each with the day since when the whole line up to the viewer has been as it is. */
function below(viewer: Actor): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE below (id, since) AS (
      SELECT id, coalesce(manager_since, '-infinity') FROM person WHERE manager_id = ${viewerId(viewer)}::uuid
      UNION
      SELECT p.id, greatest(b.since, p.manager_since) FROM person p JOIN below b ON p.manager_id = b.id
    )`;
}

/** Whether somebody has been below the viewer since before `at`. Asked once for all rows: the line up is no row's own. */
function isSinceManaged(viewer: Actor, personId: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((
    ${below(viewer)} SELECT jsonb_object_agg(id, since) FROM (
      SELECT id, min(since) AS since FROM below WHERE id <> ${viewerId(viewer)}::uuid GROUP BY id) AS reports
    ) ->> ${personId})::timestamptz <= ${at}`;
}

/** The id to compare with in SQL; nobody's for the system. */
export function viewerId(viewer: Actor): string {
  return viewer.kind === "person" ? viewer.id : nilId;
}
