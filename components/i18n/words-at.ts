import { keptWords } from "#lib/i18n/kept-words.ts";
import type { Messages } from "#lib/i18n/messages.ts";

const againMs = 1_000;

/** The words of that address: at once where they have been asked for before, as a server's always have. */
export function wordsAt(address: string): Messages | Promise<Messages> {
  const kept = keptWords();
  const known = kept.get(address);
  if (known) return known;
  const asked = untilFetched(address).then((words) => {
    kept.set(address, words);
    return words;
  });
  kept.set(address, asked);
  return asked;
}

/** Nothing can be done without words, and what the server drew can be read meanwhile. */
async function untilFetched(address: string): Promise<Messages> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    const words: Messages | null = answer?.ok ? await answer.json().catch(() => null) : null;
    if (words) return words;
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}
