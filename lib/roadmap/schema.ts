import { z } from "zod";
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
  version: version.optional(),
});
export type Move = z.output<typeof moveInput>;

export const resizeInput = z.strictObject({
  itemId: id,
  effortHalfMonths,
  version: version.optional(),
});
export type Resize = z.output<typeof resizeInput>;

export const takeOutInput = z.strictObject({ itemIds: z.array(id).min(1).max(200) });
export type TakeOut = z.output<typeof takeOutInput>;

const halfMonths = z.number().int().min(0).max(MOST_CAPACITY_HALF_MONTHS);

export const setCapacityInput = z
  .strictObject({
    teamId: id,
    quarter,
    halfMonths,
    /** Kept for bugs and maintenance, out of the capacity. */
    reserveHalfMonths: halfMonths,
  })
  .refine((given) => given.reserveHalfMonths <= given.halfMonths, { path: ["reserveHalfMonths"] });
export type SetCapacity = z.output<typeof setCapacityInput>;

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
    version: version.optional(),
  }),
  z.strictObject({
    perimeter: z.literal("team"),
    teamId: id,
    /** Null: its Tribe's again. */
    band: band.nullable(),
    version: version.optional(),
  }),
]);
export type SetBand = z.output<typeof setBandInput>;

export const tribeQuarterInput = z.strictObject({ tribeId: id, quarter });
export type TribeQuarterInput = z.output<typeof tribeQuarterInput>;

export const commitInput = tribeQuarterInput.extend({
  /** Why it is revised: offered, not demanded. */
  note: z.string().trim().max(1000).optional(),
});
export type CommitInput = z.output<typeof commitInput>;
