import type { AnswerShape } from "#components/form/said.ts";
import { useLookup } from "#components/form/use-lookup.ts";

/** As useLookup, for what can be done without: what fails or comes too late is no answer. */
export function useAsked<Answer>(
  address: string | null,
  shape: AnswerShape<Answer>,
  pauseMs: number,
): { address: string; answer: Answer } | undefined {
  return useLookup(address, shape, pauseMs).said;
}
