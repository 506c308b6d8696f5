import { z } from "zod";
import { commitments, directions } from "#lib/okrs/progress.ts";
import { crafts, levels } from "#lib/okrs/schema.ts";

export const servingInitiative = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  team: z.string(),
});
export type ServingInitiative = z.output<typeof servingInitiative>;

const keyResultRow = z.object({
  id: z.guid(),
  /** Null where the objective is its own measure. */
  title: z.string().nullable(),
  direction: z.enum(directions),
  start: z.number(),
  target: z.number(),
  unit: z.string().nullable(),
  version: z.number(),
  /** All values checked in, oldest first. */
  values: z.array(z.number()),
  lastCheckIn: z
    .object({
      id: z.guid(),
      at: z.string(),
      confidence: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  servedBy: z.array(servingInitiative),
});
export type KeyResultRow = z.output<typeof keyResultRow>;

export const objectiveRow = z.object({
  id: z.guid(),
  title: z.string(),
  level: z.enum(levels),
  commitment: z.enum(commitments),
  parentId: z.guid().nullable(),
  isShared: z.boolean(),
  version: z.number(),
  department: z.object({ id: z.guid(), name: z.string() }).nullable(),
  tribe: z
    .object({
      id: z.guid(),
      code: z.string(),
      name: z.string(),
      position: z.number(),
    })
    .nullable(),
  craft: z.enum(crafts).nullable(),
  owner: z.object({ id: z.guid(), name: z.string() }).nullable(),
  keyResults: z.array(keyResultRow),
});
export type ObjectiveRow = z.output<typeof objectiveRow>;
