import { z } from "zod";
import { percentNumber } from "#lib/tribes/percent.ts";
import { typedNumber } from "#lib/typed-input.ts";

const id = z.uuid();
const version = z.int().min(1).nullable().default(null);
const name = z.string().trim().min(1).max(120);
const percent = typedNumber(z.int().min(0).max(100), percentNumber);

/** Three capitals, as on the Tribe's flag. */
export const tribeCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\p{Lu}{3}$/u);

/** Without `id` a new one. With it, `version` is what the form was opened on. */
export const saveTribeInput = z
  .strictObject({
    id: id.nullable().default(null),
    version,
    code: tribeCode,
    name,
    mission: z.string().trim().max(1000).nullable().default(null).transform(emptyWhenNull),
    bandLow: percent.default(20),
    bandHigh: percent.default(50),
  })
  .refine(({ bandLow, bandHigh }) => bandLow < bandHigh, { path: ["bandHigh"] });
export type SaveTribeInput = z.output<typeof saveTribeInput>;

export const saveTeamInput = z
  .strictObject({
    id: id.nullable().default(null),
    version,
    name,
    tribeId: id,
    specialities: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
    bandLow: percent.nullable().default(null),
    bandHigh: percent.nullable().default(null),
  })
  .refine(
    ({ bandLow, bandHigh }) =>
      bandLow === null || bandHigh === null ? bandLow === bandHigh : bandLow < bandHigh,
    { path: ["bandHigh"] },
  );
export type SaveTeamInput = z.output<typeof saveTeamInput>;

export const saveDepartmentInput = z.strictObject({
  id: id.nullable().default(null),
  version,
  name,
});
export type SaveDepartmentInput = z.output<typeof saveDepartmentInput>;

export const archiveTribeInput = z.strictObject({ id, version: z.int().min(1) });
export type ArchiveTribeInput = z.output<typeof archiveTribeInput>;

function emptyWhenNull(text: string | null): string {
  return text ?? "";
}
