import { z } from "zod";
import type { WorkTable } from "#lib/imports/work/rows/read-table.ts";
import type { WorkProposal } from "./propose-work.ts";
import { type WorkMapping, workMapping } from "./work-mapping.ts";

/** What the columns of a file of themes, initiatives or OKRs mean, as it is asked. */
export const workQuestion = workMapping.pick({ subject: true, signature: true }).extend({
  columns: z.array(
    z.object({
      header: z.string(),
      samples: z.array(z.string()),
      meaning: workMapping.shape.columns.element,
    }),
  ),
  place: z.string().nullable(),
  quarter: z.string().nullable(),
  /** Tribes and teams, to choose from for rows that name none. */
  places: z.array(z.string()),
});

export type WorkQuestion = z.infer<typeof workQuestion>;

/** What is proposed, or what was said of the columns before. */
export function workQuestionOf(
  { signature }: WorkTable,
  { columns }: WorkProposal,
  said: WorkMapping | undefined,
  asked: { subject: WorkMapping["subject"]; places: string[] },
): WorkQuestion {
  return {
    ...asked,
    signature,
    columns: columns.map((column, index) => ({
      ...column,
      meaning: said?.columns[index] ?? column.meaning,
    })),
    place: said?.place ?? null,
    quarter: said?.quarter ?? null,
  };
}
