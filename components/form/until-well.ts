import { answered } from "#components/form/answered.ts";
import type { Answer } from "#lib/action.ts";
import type { Params } from "#lib/errors.ts";
import { isTrouble } from "#lib/troubles.ts";

export const againMs = 3_000;

export type Act = () => Promise<Answer<unknown>>;
export type OnTrouble = (error: { key: string; params: Params }) => void;

/**
 * Tries an action again by itself while the server is too busy, has no room or no database, and says so each time. It
 * carries an id, so that what was done although no answer came is not done twice. Null once nobody waits any more.
 */
export async function untilWell(
  act: Act,
  onTrouble: OnTrouble,
  isLeft: () => boolean,
): Promise<Answer<unknown> | null> {
  for (;;) {
    const answer = await answered(act);
    if (answer.ok || !isTrouble(answer.error.key)) return answer;
    if (isLeft()) return null;
    onTrouble(answer.error);
    await new Promise((resolve) => setTimeout(resolve, againMs));
    if (isLeft()) return null;
  }
}
