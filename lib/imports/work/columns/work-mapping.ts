import { z } from "zod";
import type { MappingFault } from "#lib/imports/columns/mapping.ts";
import { workSubjects } from "#lib/imports/subjects.ts";
import { isQuarter } from "#lib/quarter.ts";
import { isWorkMeaning, mayRepeat, namesRows, workMeanings } from "./work-meanings.ts";

/** What a person decided about the columns of a file of themes, initiatives or OKRs, by their place. */
export const workMapping = z.strictObject({
  subject: z.enum(workSubjects),
  signature: z.string().min(1).max(100),
  columns: z.array(z.string().refine(isWorkMeaning)).min(1).max(500),
  /** A Tribe or team for rows that name none, by its name or code. */
  place: z.string().trim().min(1).max(200).nullable(),
  /** The quarter of rows that name none; only OKRs need one. */
  quarter: z.string().refine(isQuarter).nullable(),
});

export type WorkMapping = z.infer<typeof workMapping>;

/** What is wrong with a mapping, as a key of the messages in `errors`; null when it can be used. */
export function workMappingFault(
  { subject, signature, columns }: WorkMapping,
  asked: { subject: string; signature: string; columns: readonly unknown[] },
): MappingFault | null {
  const isOther = subject !== asked.subject || signature !== asked.signature;
  const known: readonly string[] = workMeanings[subject];
  if (isOther || columns.length !== asked.columns.length) return "mapping-other-file";
  if (columns.some((meaning) => !known.includes(meaning))) return "mapping-other-file";
  if (!namesRows(subject, columns)) return "mapping-no-name";
  const single = columns.filter((meaning) => !mayRepeat(meaning));
  return new Set(single).size < single.length ? "mapping-twice" : null;
}
