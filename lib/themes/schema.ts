import { z } from "zod";
import { given } from "#lib/insights/schema.ts";

const title = z.string().trim().min(1).max(300);
/** A form sends an empty field as null. */
const description = z
  .string()
  .trim()
  .max(20_000)
  .nullish()
  .transform((text) => text ?? "");
const insightIds = z.array(z.uuid()).max(1000);

export const createThemeInput = z.strictObject({
  title,
  description,
  tribeId: z.uuid(),
  /** A team of that Tribe; null while none has it. */
  teamId: z.uuid().nullish(),
  insightIds: insightIds.default([]),
});
export type CreateTheme = z.output<typeof createThemeInput>;

export const editThemeInput = z.strictObject({
  themeId: z.uuid(),
  version: z.number().int().positive(),
  title: title.optional(),
  /** Null empties it. */
  description: z
    .string()
    .trim()
    .max(20_000)
    .nullable()
    .transform((text) => text ?? "")
    .optional(),
  /** Goes with `teamId`: a theme that changes Tribe leaves its team. */
  tribeId: z.uuid().optional(),
  teamId: z.uuid().nullish(),
});
export type EditTheme = z.output<typeof editThemeInput>;

export const ungroupInput = z.strictObject({ themeId: z.uuid(), insightIds: insightIds.min(1) });
export type Ungroup = z.output<typeof ungroupInput>;

/** `andTribe`: those that wait for a Tribe go to the theme's in the same act. */
export const groupInput = ungroupInput.extend({ andTribe: z.boolean().optional() });
export type Group = z.output<typeof groupInput>;

/** To all of its insights that have no answer yet; of what it is a duplicate one says of each. */
export const answerThemeInput = z.strictObject({ ...given.shape, themeId: z.uuid() });
export type AnswerTheme = z.output<typeof answerThemeInput>;

export const archiveThemeInput = z.strictObject({ themeId: z.uuid() });
export type ArchiveTheme = z.output<typeof archiveThemeInput>;

/** What the list's address says; what it does not understand it leaves out. */
export const themeFilters = z.object({
  /** Code of a Tribe (PLA). */
  tribe: z
    .string()
    .regex(/^\p{Lu}{3}$/u)
    .optional()
    .catch(undefined),
  team: z.uuid().optional().catch(undefined),
});
export type ThemeFilters = z.output<typeof themeFilters>;
