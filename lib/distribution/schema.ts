import { z } from "zod";
import { isQuarter } from "#lib/quarter.ts";

const insightIds = z.array(z.uuid()).min(1).max(2000);
const quarter = z.string().refine(isQuarter);

export const shareOutInput = z.strictObject({ insightIds, teamId: z.uuid(), quarter });
export const unshareInput = z.strictObject({ insightIds, quarter });
export const claimInput = z.strictObject({ insightIds, teamId: z.uuid(), quarter });

export type ShareOutInput = z.output<typeof shareOutInput>;
export type UnshareInput = z.output<typeof unshareInput>;
export type ClaimInput = z.output<typeof claimInput>;
