import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import * as z from "#lib/browser-zod.ts";
import type { Entry } from "#lib/distribution/entries.ts";
import { insightDetail } from "#lib/insights/views.ts";

const detailsSaid = z.object({ details: z.array(insightDetail) });

/** Reading without leaving: one insight after the other of what is under the cursor. */
export function usePeek(entry: Entry | undefined) {
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState<{ id: string; at: number }>();
  const insights = entry?.insights ?? [];
  const at = place && place.id === entry?.id ? Math.min(place.at, insights.length - 1) : 0;
  const insight = insights[at];
  const address = isOpen && insight ? `/api/insights/texts?ids=${insight.id}` : null;
  const lookup = useLookup(address, detailsSaid, 60);
  const [found] = lookup.said?.answer.details ?? [];
  return {
    isOpen: isOpen && entry !== undefined,
    insight,
    at,
    count: insights.length,
    detail: found && found.id === insight?.id ? found : undefined,
    toggle: () => setIsOpen((before) => !before),
    close: () => setIsOpen(false),
    /** Within what is under the cursor. @returns whether there was one more */
    step(by: 1 | -1): boolean {
      const next = at + by;
      if (!isOpen || !entry || next < 0 || next >= insights.length) return false;
      setPlace({ id: entry.id, at: next });
      return true;
    },
  };
}

export type Peek = ReturnType<typeof usePeek>;
