import { useMemo } from "react";
import { useAsked } from "#components/form/use-asked.ts";
import type { InboxState } from "#components/insight/inbox/inbox-state.ts";
import * as z from "#lib/browser-zod.ts";
import type { ListState } from "#lib/insights/list/address.ts";

const countSaid = z.object({ total: z.number() });

/** How many there are, less those that this person has just dealt with. */
export function useCounts(
  state: InboxState,
  given: { total: number | null; query: string; counts: Partial<Record<ListState, number>> },
) {
  const { list, rows, uncounted } = state;
  const gone = state.given.length - rows.length - uncounted;
  const counted = useAsked(
    given.total === null ? `/api/insights/count?${given.query}` : null,
    countSaid,
    0,
  );
  const known = given.total ?? counted?.answer.total ?? null;
  // Until it is counted, there are at least those that are here.
  const total = Math.max(0, (known ?? state.given.length) - gone);
  const isAtLeast = known === null || known > 1000;
  const counts = useMemo(() => countsWithout(given.counts, list, gone), [given.counts, list, gone]);
  return { count: isAtLeast ? Math.min(total, 1000) : total, isAtLeast, counts };
}

function countsWithout(
  counts: Partial<Record<ListState, number>>,
  state: ListState,
  gone: number,
): Partial<Record<ListState, number>> {
  const count = counts[state];
  return count === undefined || count > 1000
    ? counts
    : { ...counts, [state]: Math.max(0, count - gone) };
}
