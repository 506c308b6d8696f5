import { z } from "zod";

/** One thing: its kind, as its noun declares it, and its id. */
export const subjectInput = z.strictObject({ on: z.string().min(1).max(40), id: z.uuid() });
export type SubjectInput = z.output<typeof subjectInput>;

export const noticesInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });
export type NoticesInput = z.output<typeof noticesInput>;
