// How long is tried what didn't leave: nine times within a day, each time after a longer wait. Then it is given up, and
// Product Ops is told. What has ended is forgotten after a month.

const minutes = [1, 5, 15, 60, 120, 240, 480, 480];

/** How often it is tried before it is given up. */
export const mostTries = minutes.length + 1;

/** When the next try may begin, after so many that failed; null: no more. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = minutes[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
}

/** In ms: whoever sends a message has so long; then another may take it over. */
export const lease = 60_000;

/** In ms: one message may take so long, well within its lease. */
export const longestSend = 40_000;

/** In ms: how long the server is left alone after so many times that it didn't answer. */
export function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(1_000 * 2 ** failures, 60_000);
}

/** In days. */
export const keptFor = 30;
