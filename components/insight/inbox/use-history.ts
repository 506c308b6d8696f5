import { useAsked } from "#components/form/use-asked.ts";
import * as z from "#lib/browser-zod.ts";
import { type HistoryLine, historyLine } from "#lib/insights/views.ts";

const RESTS_MS = 300;
const historySaid = z.object({ history: z.array(historyLine) });

/** The history of the row one rests on; undefined until it is there. */
export function useHistory(id: string): readonly HistoryLine[] | undefined {
  const said = useAsked(`/api/insights/history?id=${id}`, historySaid, RESTS_MS);
  return said?.answer.history;
}
