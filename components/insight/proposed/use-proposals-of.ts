import { useAsked } from "#components/form/use-asked.ts";
import { useProposed } from "#components/insight/proposed/use-proposed.ts";
import * as z from "#lib/browser-zod.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { proposals } from "#lib/proposals/views.ts";

const proposalsSaid = z.object({ proposals: z.nullable(proposals) });

/** What is proposed of the one row that a dialog is about; null until it is there, and of several. */
export function useProposalsOf(rows: readonly InsightRow[], onDone: () => void) {
  const [row] = rows.length === 1 ? rows : [];
  const said = useAsked(row ? `/api/insights/proposals?id=${row.id}` : null, proposalsSaid, 0);
  return useProposed(row, said?.answer.proposals, onDone);
}
