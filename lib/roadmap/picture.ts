/** A kept picture of a Tribe's quarter: its labels are copied, so that later renames leave it as it was. */
import { z } from "zod";
import { kinds, origins } from "#lib/initiatives/schema.ts";
import type { Lane } from "#lib/roadmap/board.ts";

const item = z.object({
  itemId: z.string(),
  initiativeId: z.string(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  score: z.number().nullable(),
  effortHalfMonths: z.number(),
});

export const pictureSchema = z.object({
  tribe: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  band: z.object({ low: z.number(), high: z.number() }),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      capacityHalfMonths: z.number().nullable(),
      reserveHalfMonths: z.number(),
      items: z.array(item),
    }),
  ),
});
export type Picture = z.output<typeof pictureSchema>;

export function pictureOf(
  tribe: Picture["tribe"] & Pick<Picture, "band">,
  lanes: readonly Lane[],
): Picture {
  return {
    tribe: { id: tribe.id, code: tribe.code, name: tribe.name },
    band: { low: tribe.band.low, high: tribe.band.high },
    teams: lanes.map((lane) => ({
      id: lane.teamId,
      name: lane.name,
      capacityHalfMonths: lane.capacityHalfMonths,
      reserveHalfMonths: lane.reserveHalfMonths,
      items: lane.cards.map(({ id, version: _, epic: __, ...card }) => ({ itemId: id, ...card })),
    })),
  };
}
