import { z } from "zod";
import { entryAnswers } from "#lib/catalogue/answers.ts";
import { isQuarter } from "#lib/quarter.ts";

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((written) => written ?? "");

/** Opened by colleagues, and sent to customers: a page, nothing that runs. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullish();

const content = {
  title: z.string().trim().min(1).max(200),
  words: z
    .array(z.string().trim().min(1).max(100))
    .max(60)
    .default([])
    .transform((words) => [...new Set(words)]),
  answer: z.enum(entryAnswers),
  quarter: z.string().refine(isQuarter).nullish(),
  toSay: text(2000),
  limits: text(2000),
  place: text(200),
  helpUrl: address,
  videoUrl: address,
  trainingUrl: address,
  teamId: z.uuid().nullish(),
  initiativeId: z.uuid().nullish(),
};

export const createEntryInput = z.strictObject(content);
export type CreateEntry = z.output<typeof createEntryInput>;

/** All of it as it stands in the form. */
export const editEntryInput = z.strictObject({
  ...content,
  id: z.uuid(),
  version: z.number().int().positive(),
});
export type EditEntry = z.output<typeof editEntryInput>;

export const verifyEntriesInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });
export type VerifyEntries = z.output<typeof verifyEntriesInput>;

export const archiveEntryInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
});
export type ArchiveEntry = z.output<typeof archiveEntryInput>;

/** What the list's address says; what it does not understand it leaves out. */
export const entryFilters = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  answer: z.enum(entryAnswers).optional().catch(undefined),
  team: z.uuid().optional().catch(undefined),
  only: z.enum(["drafts", "old"]).optional().catch(undefined),
});
export type EntryFilters = z.output<typeof entryFilters>;
