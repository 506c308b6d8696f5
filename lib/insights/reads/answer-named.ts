import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/**
 * What the answer of an insight (`w`) names, as JSON: `initiative` with the quarter that it is planned for last, which is
 * for whoever may see the plan; `entry` of the catalogue; `reason`.
 */
export function answerNamedSql(viewer: Actor): Prisma.Sql {
  const quarter = can(viewer, "plan:read")
    ? Prisma.sql`(SELECT max(quarter) FROM roadmap_item WHERE initiative_id = n.id)`
    : Prisma.sql`NULL`;
  return Prisma.sql`json_build_object(
    'initiative', (SELECT json_build_object('number', n.number, 'title', n.title, 'quarter', ${quarter})
      FROM initiative n WHERE n.id = w.answer_initiative_id),
    'entry', (SELECT json_build_object('id', e.id, 'title', e.title) FROM catalogue_entry e WHERE e.id = w.answer_entry_id),
    'reason', (SELECT d.words FROM decline_reason d WHERE d.id = w.answer_reason_id))`;
}
