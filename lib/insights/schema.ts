import { z } from "zod";
import { calendarDay } from "#lib/day.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";

const ids = z.array(z.uuid()).min(1).max(1000);
const title = z.string().trim().max(500);
const body = z.string().trim().min(1).max(100_000);
const note = z.string().trim().max(5000);
const day = calendarDay;

export const assignInput = z.strictObject({
  ids,
  tribeId: z.uuid(),
  /** Where the screen showed them; when given and no longer true, somebody was faster. */
  from: z.uuid().nullable().optional(),
  /** Needed when they leave another Tribe. */
  reason: note.optional(),
});
export const idsInput = z.strictObject({ ids });
export const answerInput = z.strictObject({
  ids,
  answer: z.enum(answers),
  /** Needed to decline. */
  note: note.optional(),
});
export const editTitleInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  title: title.nullable(),
});
export const editKindInput = z.strictObject({ ids, kind: z.enum(insightKinds) });
export const snoozeInput = z.strictObject({
  ids,
  /** The day they are back in the inbox; null wakes them. */
  until: day.nullable(),
});
export const mergeInput = z.strictObject({ ids, intoId: z.uuid() });
export const splitInput = z.strictObject({
  id: z.uuid(),
  parts: z
    .array(z.strictObject({ title: title.optional(), body, kind: z.enum(insightKinds).optional() }))
    .min(1)
    .max(20),
});
export const handInInput = z.strictObject({
  title: title.optional(),
  body,
  kind: z.enum(insightKinds).optional(),
  organisationId: z.uuid().optional(),
  organisationName: z.string().trim().max(200).optional(),
  /** Who said it; nobody named: whoever hands it in. */
  requesterName: z.string().trim().max(200).optional(),
  requesterEmail: z.union([z.literal(""), z.email().max(320)]).optional(),
  /** The day it was said; today when absent, and at the latest. */
  saidOn: day.optional(),
});

export type AssignInput = z.output<typeof assignInput>;
export type IdsInput = z.output<typeof idsInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type EditTitleInput = z.output<typeof editTitleInput>;
export type EditKindInput = z.output<typeof editKindInput>;
export type SnoozeInput = z.output<typeof snoozeInput>;
export type MergeInput = z.output<typeof mergeInput>;
export type SplitInput = z.output<typeof splitInput>;
export type HandInInput = z.output<typeof handInInput>;
