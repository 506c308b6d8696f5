import { z } from "zod";
import { calendarDay } from "#lib/day.ts";
import type { Unseen } from "#lib/frame/unseen.ts";
import { shown } from "#lib/insights/as-shown.ts";
import { answers, insightKinds, LONGEST_REASON, textLanguages } from "#lib/insights/kinds.ts";

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
/** `was`: the Tribes that the screen showed them with. */
export const returnInput = z.strictObject({ ids, was: shown(z.uuid()) });
/** What was shown as answered, and since when; without `at` where the screen has only just sent it itself. */
const answered = shown(
  z.strictObject({ answer: z.enum(answers), at: z.iso.datetime({ offset: true }).nullable() }),
);
export const reopenInput = z.strictObject({ ids, was: answered });
/** An answer, and what it names: see answer-names.ts. */
export const given = z.strictObject({
  answer: z.enum(answers),
  note: note.optional(),
  initiativeId: z.uuid().optional(),
  entryId: z.uuid().optional(),
  reasonId: z.uuid().optional(),
});
export const answerInput = z.strictObject({
  ...given.shape,
  ids,
  /** Of those that have an answer, which this one is to replace. */
  was: answered.default({}),
});
/** The id is the browser's, so that an answer can name it at once. */
export const addReasonInput = z.strictObject({
  id: z.uuid(),
  words: z.string().trim().min(1).max(LONGEST_REASON),
});
export const archiveReasonInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
});
export const editTitleInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  title: title.nullable(),
});
export const editKindInput = z.strictObject({
  ids,
  kind: z.enum(insightKinds),
  was: shown(z.enum(insightKinds)),
});
export const editLanguageInput = z.strictObject({
  ids,
  language: z.enum(textLanguages),
  was: shown(z.enum(textLanguages)),
});
const severity = z.string().trim().min(1).max(100);
export const editSeverityInput = z.strictObject({ ids, severity, was: shown(severity) });
export const addCustomerInput = z.strictObject({ ids, organisationId: z.uuid() });
export const snoozeInput = z.strictObject({
  ids,
  /** The day they are back in the inbox; null wakes them. */
  until: day.nullable(),
  /** Until when those sleep that the screen showed as asleep. */
  was: shown(day).default({}),
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
export type ReturnInput = Unseen<z.output<typeof returnInput>, "was">;
export type ReopenInput = Unseen<z.output<typeof reopenInput>, "was">;
export type AnswerInput = Unseen<z.output<typeof answerInput>, "was">;
export type AddReasonInput = z.output<typeof addReasonInput>;
export type ArchiveReasonInput = z.output<typeof archiveReasonInput>;
export type GivenAnswer = z.output<typeof given>;
export type EditTitleInput = z.output<typeof editTitleInput>;
export type EditKindInput = Unseen<z.output<typeof editKindInput>, "was">;
export type EditLanguageInput = Unseen<z.output<typeof editLanguageInput>, "was">;
export type EditSeverityInput = Unseen<z.output<typeof editSeverityInput>, "was">;
export type AddCustomerInput = z.output<typeof addCustomerInput>;
export type SnoozeInput = Unseen<z.output<typeof snoozeInput>, "was">;
export type MergeInput = z.output<typeof mergeInput>;
export type SplitInput = z.output<typeof splitInput>;
export type HandInInput = z.output<typeof handInInput>;
