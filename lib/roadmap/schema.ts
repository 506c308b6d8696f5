import { z } from "zod";
import type { Unseen } from "#lib/frame/unseen.ts";
import { MOST_EFFORT_HALF_MONTHS } from "#lib/initiatives/rice.ts";
import { isQuarter } from "#lib/quarter.ts";
import { bandNumber, isBand } from "#lib/roadmap/band.ts";
import { MOST_CAPACITY_HALF_MONTHS } from "#lib/roadmap/capacity.ts";
import { typedNumber } from "#lib/typed-input.ts";

export const quarter = z.string().refine(isQuarter);
const id = z.uuid();
const version = z.number().int().positive();
const effortHalfMonths = z.number().int().min(1).max(MOST_EFFORT_HALF_MONTHS);
/** The item it comes to stand behind; null: first; left out: last. */
const afterItemId = id.nullable().optional();

export const placeInput = z.strictObject({
  /** Given by a screen that already shows the card. */
  itemId: id.optional(),
  initiativeId: id,
  teamId: id,
  quarter,
  /** Half person-months; left out: what the initiative's own effort leaves, else one person-month. */
  effortHalfMonths: effortHalfMonths.optional(),
  afterItemId,
});
export type Place = z.output<typeof placeInput>;

export const moveInput = z.strictObject({
  itemId: id,
  teamId: id,
  /** Left out: it stays in its quarter. */
  quarter: quarter.optional(),
  afterItemId,
  version,
});
export type Move = Unseen<z.output<typeof moveInput>, "version">;

export const resizeInput = z.strictObject({
  itemId: id,
  effortHalfMonths,
  version,
});
export type Resize = Unseen<z.output<typeof resizeInput>, "version">;

export const takeOutInput = z.strictObject({ itemIds: z.array(id).min(1).max(200) });
export type TakeOut = z.output<typeof takeOutInput>;

const halfMonths = z.number().int().min(0).max(MOST_CAPACITY_HALF_MONTHS);

export const setCapacityInput = z
  .strictObject({
    teamId: id,
    quarter,
    /** As it was shown; 0 while nobody has said any. */
    version: z.int().min(0),
    halfMonths,
    /** Kept for bugs and maintenance, out of the capacity. */
    reserveHalfMonths: halfMonths,
  })
  .refine((given) => given.reserveHalfMonths <= given.halfMonths, { path: ["reserveHalfMonths"] });
export type SetCapacity = Unseen<z.output<typeof setCapacityInput>, "version">;

const bandEnd = typedNumber(z.number(), bandNumber);
const band = z
  .strictObject({ low: bandEnd, high: bandEnd })
  .refine(isBand)
  .refine(({ low, high }) => low < high, { path: ["high"] });

export const setBandInput = z.discriminatedUnion("perimeter", [
  z.strictObject({
    perimeter: z.literal("tribe"),
    tribeId: id,
    band,
    version,
  }),
  z.strictObject({
    perimeter: z.literal("team"),
    teamId: id,
    /** Null: its Tribe's again. */
    band: band.nullable(),
    version,
  }),
]);
export type SetBand = Unseen<z.output<typeof setBandInput>, "version">;

export const tribeQuarterInput = z.strictObject({ tribeId: id, quarter });
export type TribeQuarterInput = z.output<typeof tribeQuarterInput>;

export const commitInput = tribeQuarterInput.extend({
  /** Why it is revised: offered, not demanded. */
  note: z.string().trim().max(1000).optional(),
});
export type CommitInput = z.output<typeof commitInput>;
