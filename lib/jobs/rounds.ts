import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

export type Rounds = {
  /** No further round begins; over once the one under way is. */
  stop: () => Promise<void>;
};

/**
 * Does something again and again: at once, and each time `everyMs` after the last was over, so that one that takes long
 * is never overtaken. One that fails is told in the log under `name`, and the next tries again.
 */
export function keepDoing(name: string, everyMs: number, once: () => Promise<unknown>): Rounds {
  const ending = new AbortController();
  const over = goOn(name, everyMs, once, ending.signal);
  return {
    stop: () => {
      ending.abort();
      return over;
    },
  };
}

async function goOn(
  name: string,
  everyMs: number,
  once: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await once();
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
