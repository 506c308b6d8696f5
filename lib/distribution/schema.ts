import { z } from "zod";
import type { Unseen } from "#lib/frame/unseen.ts";
import { shown } from "#lib/insights/as-shown.ts";
import { isQuarter } from "#lib/quarter.ts";

const insightIds = z.array(z.uuid()).min(1).max(2000);
const quarter = z.string().refine(isQuarter);

/** The teams that the screen showed them with in that quarter. */
const was = shown(z.uuid());

export const shareOutInput = z.strictObject({
  insightIds,
  teamId: z.uuid(),
  quarter,
  was: was.default({}),
});
export const unshareInput = z.strictObject({ insightIds, quarter, was });
export const claimInput = z.strictObject({ insightIds, teamId: z.uuid(), quarter });

export type ShareOutInput = Unseen<z.output<typeof shareOutInput>, "was">;
export type UnshareInput = Unseen<z.output<typeof unshareInput>, "was">;
export type ClaimInput = z.output<typeof claimInput>;
