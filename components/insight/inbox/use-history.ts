import { useAsked } from "#components/form/use-asked.ts";
import type { HistoryLine } from "#lib/insights/views.ts";

const RESTS_MS = 300;

/** The history of the row one rests on; undefined until it is there. */
export function useHistory(id: string): readonly HistoryLine[] | undefined {
  const said = useAsked<{ history: HistoryLine[] }>(`/api/insights/history?id=${id}`, RESTS_MS);
  return said?.answer.history;
}
