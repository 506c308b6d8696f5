import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { currentQuarter, type Moment, type Quarter } from "#lib/quarter.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import type { TribeQuarterInput } from "#lib/roadmap/schema.ts";
import { dayAfterWeekTwo, isWeekTwoOver } from "#lib/roadmap/week-two.ts";
import { keepPicture } from "#lib/roadmap/writes/keep-picture.ts";
import { lockTribe } from "#lib/roadmap/writes/lane-for-writing.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/**
 * Keeps the picture of a Tribe's quarter at the end of its second week: one, whoever asks how often.
 * @throws UserError `not-allowed`, `not-found`
 */
export async function keepWeekTwoPicture(actor: Actor, input: TribeQuarterInput, call: Call) {
  const { tribeId, quarter } = input;
  authorise(actor, "roadmap:commit", { tribeId });
  const tribe = await db().tribe.findUnique({ where: { id: tribeId }, select: { name: true } });
  if (!tribe) throw new UserError("not-found");
  const meta = { operation: roadmapOps.pictured, params: { tribe: tribe.name, quarter } } as const;
  return write(actor, call, meta, async (w) => {
    await lockTribe(w.tx, tribeId);
    await keepPicture(w, actor, input, { reason: "week-2" }, call);
    return input;
  });
}

/**
 * Keeps the picture of every Tribe's quarter once its second week is over; asked again, nothing happens. Late is
 * better than never: whoever was off at that moment takes it at their next start, dated then. A Tribe that had planned
 * nothing by the end of that week gets none.
 * @returns the Tribes of which a picture was kept now
 */
export async function keepWeekTwoPictures(actor: Actor, at: Moment): Promise<string[]> {
  authorise(actor, "settings:manage");
  const quarter = currentQuarter(at);
  if (!isWeekTwoOver(quarter, at)) return [];
  const tribeIds = await tribesWithout(quarter, at);
  for (const tribeId of tribeIds) {
    const call = { ...at, operationId: operationIdFor(tribeId, quarter) };
    await keepWeekTwoPicture(actor, { tribeId, quarter }, call);
  }
  return tribeIds;
}

async function tribesWithout(quarter: Quarter, { timeZone }: Moment): Promise<string[]> {
  const rows = await listRows(db(), onlyId)`
    SELECT b.id::text AS id FROM tribe b
    WHERE b.archived_at IS NULL
      AND EXISTS (SELECT FROM roadmap_item r JOIN team t ON t.id = r.team_id
        WHERE t.tribe_id = b.id AND r.quarter = ${quarter}
          AND r.placed_at < (${dayAfterWeekTwo(quarter)}::date::timestamp AT TIME ZONE ${timeZone}))
      AND NOT EXISTS (SELECT FROM roadmap_picture p
        WHERE p.tribe_id = b.id AND p.quarter = ${quarter} AND p.reason = 'week-2')
    ORDER BY b.position`;
  return rows.map(({ id }) => id);
}

/** Two workers at the same moment ask for the same act. */
function operationIdFor(tribeId: string, quarter: Quarter): string {
  const hash = createHash("sha256").update(`week-2 ${tribeId} ${quarter}`).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
}
