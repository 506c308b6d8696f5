import { useLookup } from "#components/form/use-lookup.ts";
import * as z from "#lib/browser-zod.ts";
import { answering } from "#lib/proposals/views.ts";

const answeringSaid = z.object({ answering });
const none = { planned: [], places: [], reasons: { kept: [], usual: [] } };

/** What is answered: an insight, several of which nothing is proposed, or all of a theme. */
export type About = { insightId: string; isOne: boolean } | { themeId: string };

/** What the answer could name, and what is found by what is typed. */
export function useAnswering(about: About, q: string) {
  const of = "themeId" in about ? `theme=${about.themeId}` : `id=${about.insightId}`;
  const at = (sought: string) =>
    `/api/insights/answering?${of}${sought ? `&q=${encodeURIComponent(sought)}` : ""}`;
  const proposed = useLookup(at(""), answeringSaid, 0);
  const found = useLookup(q ? at(q) : null, answeringSaid, 150);
  const isProposing = "themeId" in about || about.isOne;
  const said = proposed.said?.answer.answering ?? none;
  return {
    // Of several, what holds for the first holds for none of the others.
    proposed: isProposing ? said : { ...said, planned: [], places: [] },
    found: q ? (found.said?.answer.answering ?? none) : none,
    isSettled: !q || found.isSettled,
  };
}
