import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { listOpenPeople } from "#lib/people/reads/people.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { day } from "#lib/sql/columns.ts";
import { isNotOverOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

/** Days as YYYY-MM-DD; `endsOn` the first day without the hat. */
const deputy = z.object({
  tribeId: z.guid(),
  id: z.guid(),
  name: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
});
export type Deputy = z.output<typeof deputy>;

export type DeputyChoices = {
  today: string;
  people: { id: string; name: string }[];
  deputies: Deputy[];
};

/**
 * For whoever may name a deputy of these Tribes: who could be one, and who is or will be.
 * @throws UserError `not-allowed`
 */
export async function listDeputyChoices(
  viewer: Actor,
  tribeIds: readonly string[],
  at: Moment,
): Promise<DeputyChoices> {
  for (const tribeId of tribeIds) authorise(viewer, "deputy:name", { tribeId });
  const today = todayOf(at);
  if (tribeIds.length === 0) return { today, people: [], deputies: [] };
  const [people, deputies] = await Promise.all([
    listOpenPeople(),
    listRows(db(), deputy)`
      SELECT h.id::text AS id, h.tribe_id::text AS "tribeId", p.name,
        h.starts_on::text AS "startsOn", h.ends_on::text AS "endsOn"
      FROM hat h JOIN person p ON p.id = h.person_id AND p.deactivated_at IS NULL
      WHERE h.code = 'deputy' AND h.tribe_id = ANY(${[...tribeIds]}::uuid[])
        AND ${isNotOverOn("h", today)}
      ORDER BY h.starts_on, p.name COLLATE "fr-x-icu"`,
  ]);
  return { today, people, deputies };
}
