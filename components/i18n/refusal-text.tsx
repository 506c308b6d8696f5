import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import type { Params } from "#lib/errors.ts";

/** A refusal in words, where a page that waits for its reads can't ask a hook. */
export function RefusalText({ of }: { of: { key: string; params: Params } }) {
  return useRefusalSentence()(of);
}
