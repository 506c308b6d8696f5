import "server-only";
import { noteTrouble, watchAnswers } from "#lib/trouble/answers.ts";
import { giveDigests } from "#lib/trouble/digest.ts";
import { knownAway, watch } from "#lib/trouble/health.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";
import { troubleWords } from "#lib/trouble/words.ts";

/** From now on whatever meets trouble is answered so, and the database is watched. */
export async function watchTrouble(): Promise<void> {
  giveDigests();
  watchAnswers(await troubleWords(), knownAway);
  watch();
}

export function noteError(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble) noteTrouble(trouble);
}
