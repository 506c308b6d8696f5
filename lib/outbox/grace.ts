// Whoever takes an act back at once has told nobody: what an act tells leaves when this is over.

/** In ms. */
export const grace = 2 * 60_000;

/** The first moment at which what was done `now` may leave. */
export function afterGrace(now: Date): Date {
  return new Date(now.getTime() + grace);
}
