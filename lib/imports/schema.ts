import { z } from "zod";
import { fileMapping } from "#lib/imports/columns/mapping.ts";
import { workMapping } from "#lib/imports/work/columns/work-mapping.ts";
import { filterFields } from "#lib/tickets/filter.ts";
import { siteAddress, sourceName } from "#lib/tickets/schema.ts";
import { importSubjects } from "./subjects.ts";

/** What may be asked of an import besides its file. */
export const importOptions = z.strictObject({
  /** The order of days and months where the file leaves it open. */
  dates: z.enum(["dmy", "mdy"]).optional(),
  /** IANA zone of the file's dates, which carry none. */
  timeZone: z
    .string()
    .refine((zone) => {
      try {
        return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
      } catch {
        return false;
      }
    })
    .optional(),
  /** Only rows that have one of these values in each column named. */
  filter: z.partialRecord(z.enum(filterFields), z.array(z.string().min(1)).min(1)).optional(),
  /** What the columns mean, where no desk is recognised; frozen here once the import begins. */
  mapping: fileMapping.optional(),
  /** The same of a file of themes, initiatives or OKRs. */
  work: workMapping.optional(),
  /** Stops before anything is stored, and says what would be. */
  preview: z.boolean().optional(),
});

export type ImportOptions = z.infer<typeof importOptions>;

export const uploadInput = z.strictObject({
  source: sourceName,
  siteUrl: siteAddress.nullable(),
  fileName: z.string().min(1).max(300),
  subject: z.enum(importSubjects),
  options: importOptions,
});

/** What a person answers to `question.ts`: an empty list of kinds takes all rows. */
export const answerImportInput = z.strictObject({
  id: z.uuid(),
  dates: z.enum(["dmy", "mdy"]).nullable(),
  projectTypes: z.array(z.string().min(1).max(300)).max(200).nullable(),
  mapping: fileMapping.nullable().optional(),
  work: workMapping.optional(),
  /** Whether to say what would be stored, and ask again. */
  preview: z.boolean().optional(),
});

export type AnswerImportInput = z.infer<typeof answerImportInput>;

export const retryImportInput = z.strictObject({ id: z.uuid() });
export const undoImportInput = z.strictObject({ id: z.uuid() });

export const importStates = [
  "queued",
  "checking",
  "asking",
  "writing",
  "done",
  "refused",
  "failed",
  "undoing",
  "undone",
] as const;
/** Why a run is refused that a person ended when it asked. */
export const givenUpKey = "import-given-up";

export type ImportState = (typeof importStates)[number];

/** Whether it goes on by itself. */
export function isUnfinished(state: ImportState): state is (typeof unfinished)[number] {
  return unfinished.some((one) => one === state);
}

const unfinished = ["queued", "checking", "writing", "undoing"] as const;
