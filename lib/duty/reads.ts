import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { mondayOf, WEEKS_AHEAD } from "#lib/duty/rota.ts";
import type { DutyWeek } from "#lib/duty/views.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

const dutyWeek = z.object({
  id: z.guid(),
  version: z.number(),
  week: z.string(),
  holderId: z.guid().nullable(),
  holderName: z.string().nullable(),
});

/** This week and those after it, as far as they are planned. */
export async function listDutyWeeks(viewer: Actor, at: Moment): Promise<DutyWeek[]> {
  authorise(viewer, "insight:list");
  const rows = await listRows(db(), dutyWeek)`
    SELECT d.id::text AS id, d.version, d.week::text AS week, p.id::text AS "holderId", p.name AS "holderName"
    FROM duty_week d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.week >= ${mondayOf(todayOf(at))}::date ORDER BY d.week LIMIT ${WEEKS_AHEAD}`;
  return rows.map(({ holderId, holderName, ...week }) => ({
    ...week,
    holder: holderId === null ? null : { id: holderId, name: holderName ?? "" },
  }));
}

const sorter = z.object({ id: z.guid(), name: z.string() });

/** Who may hold it: whoever sorts, by name. */
export async function listSorters(
  viewer: Actor,
  at: Moment,
  database: Tx = db(),
): Promise<z.output<typeof sorter>[]> {
  authorise(viewer, "insight:list");
  return listRows(database, sorter)`
    SELECT p.id::text AS id, p.name FROM person p
    WHERE p.deactivated_at IS NULL AND EXISTS (SELECT FROM hat h
      WHERE h.person_id = p.id AND h.code = ANY (${sortingHats}) AND ${holdsOn("h", todayOf(at))})
    ORDER BY p.name, p.id`;
}

/** The hats of those whose daily work it is: no lead by another name, no stand-in for a week. */
const sortingHats: HatCode[] = ["pm", "lead-pm"];
