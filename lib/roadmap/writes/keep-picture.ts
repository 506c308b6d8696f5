import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { UserError } from "#lib/errors.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Moment } from "#lib/quarter.ts";
import { pictureOf } from "#lib/roadmap/picture.ts";
import type { PictureReason } from "#lib/roadmap/promise.ts";
import { readLanes } from "#lib/roadmap/reads/lanes.ts";
import type { TribeQuarterInput } from "#lib/roadmap/schema.ts";

/**
 * Keeps a Tribe's quarter as it stands, labels copied. Of week two there is one: a second is left out.
 * @throws UserError `not-found`
 */
export async function keepPicture(
  w: Write,
  actor: Actor,
  { tribeId, quarter }: TribeQuarterInput,
  { reason, note = "" }: { reason: PictureReason; note?: string },
  at: Moment,
): Promise<void> {
  const [tribe] = await readLanes(w.tx, { quarter, at, tribeId });
  if (!tribe) throw new UserError("not-found");
  const picture = JSON.stringify(pictureOf(tribe, tribe.lanes));
  const takenById = actor.kind === "person" ? actor.id : null;
  await w.tx.$executeRaw`
    INSERT INTO roadmap_picture (tribe_id, quarter, reason, picture, note, taken_at, taken_by_id)
    VALUES (${tribeId}::uuid, ${quarter}, ${reason}, ${picture}::jsonb, ${note}, ${at.now}, ${takenById}::uuid)
    ON CONFLICT (tribe_id, quarter) WHERE reason = 'week-2' DO NOTHING`;
}
