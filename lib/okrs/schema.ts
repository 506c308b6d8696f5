import { z } from "zod";
import { commitments, confidenceNumber, directions, measureNumber } from "#lib/okrs/progress.ts";
import { isQuarter } from "#lib/quarter.ts";
import { typedNumber } from "#lib/typed-input.ts";

export const levels = ["company", "department", "individual"] as const;
export type Level = (typeof levels)[number];

export const crafts = ["engineering", "data", "product-management", "qa", "design"] as const;
export type Craft = (typeof crafts)[number];

const id = z.uuid();
const version = z.int().min(1);
const title = z.string().trim().min(1).max(300);
const value = typedNumber(z.number().min(-1e12).max(1e12), measureNumber);

/** A measure whose direction and numbers agree; a yes or no goes from 0 to 1 by itself. */
const measure = {
  title: title.nullable(),
  direction: z.enum(directions),
  start: value,
  target: value,
  unit: z.string().trim().max(20).nullable(),
};
export type MeasureFields = z.output<z.ZodObject<typeof measure>>;

export const keyResultFields = z
  .strictObject(measure)
  .transform(asYesOrNo)
  .refine(pointsThatWay, { path: ["target"] });

export const createObjectiveInput = z
  .strictObject({
    quarter: z.string().refine(isQuarter),
    title,
    level: z.enum(levels),
    departmentId: id.nullable().default(null),
    tribeId: id.nullable().default(null),
    craft: z.enum(crafts).nullable().default(null),
    /** Of an individual objective; nobody given is whoever asks. */
    ownerId: id.nullable().default(null),
    isShared: z.boolean().default(false),
    commitment: z.enum(commitments),
    parentId: id.nullable().default(null),
    keyResults: z.array(keyResultFields).max(10).default([]),
  })
  .refine(hasOneOwner, { path: ["level"] })
  .refine(({ keyResults }) => keyResults.filter((kr) => kr.title === null).length <= 1, {
    path: ["keyResults"],
  });
export type CreateObjectiveInput = z.output<typeof createObjectiveInput>;

export const editObjectiveInput = z.strictObject({
  id,
  version,
  title,
  commitment: z.enum(commitments),
  parentId: id.nullable(),
  isShared: z.boolean(),
});
export type EditObjectiveInput = z.output<typeof editObjectiveInput>;

export const archiveInput = z.strictObject({ id, version });
export type ArchiveInput = z.output<typeof archiveInput>;

export const createKeyResultInput = z
  .strictObject({ objectiveId: id, ...measure })
  .transform(asYesOrNo)
  .refine(pointsThatWay, { path: ["target"] });
export type CreateKeyResultInput = z.output<typeof createKeyResultInput>;

export const editKeyResultInput = z
  .strictObject({ id, version, ...measure })
  .transform(asYesOrNo)
  .refine(pointsThatWay, { path: ["target"] });
export type EditKeyResultInput = z.output<typeof editKeyResultInput>;

export const checkInInput = z.strictObject({
  keyResultId: id,
  value,
  confidence: typedNumber(z.int().min(0).max(10), confidenceNumber).nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
});
export type CheckInInput = z.output<typeof checkInInput>;

/** The check-in that no longer counts. */
export const retractInput = z.strictObject({ id });
export type RetractInput = z.output<typeof retractInput>;

function asYesOrNo<Fields extends MeasureFields>(fields: Fields): Fields {
  return fields.direction === "hit" ? { ...fields, start: 0, target: 1, unit: null } : fields;
}

function pointsThatWay({ direction, start, target }: MeasureFields): boolean {
  if (direction === "more") return target > start;
  return direction === "less" ? target < start : true;
}

function hasOneOwner(objective: {
  level: Level;
  departmentId: string | null;
  tribeId: string | null;
  craft: string | null;
  ownerId: string | null;
}): boolean {
  const { departmentId, tribeId, craft, ownerId } = objective;
  const places = [departmentId, tribeId, craft].filter((place) => place !== null).length;
  if (objective.level === "department") return places === 1 && ownerId === null;
  return places === 0 && (objective.level === "individual" || ownerId === null);
}
