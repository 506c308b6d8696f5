/** Numbers from 0 to 1 that look random and are the same each time, so that the same tickets give the same answer. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed around 0, with a deviation of 1. */
export function seededNormal(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Some of all, each as likely as the next, in their order. */
export function sampleOf<Thing>(all: readonly Thing[], most: number, seed: number): Thing[] {
  if (all.length <= most) return [...all];
  const random = seededRandom(seed);
  let wanted = most;
  return all.filter((_, index) => {
    const isTaken = random() < wanted / (all.length - index);
    if (isTaken) wanted -= 1;
    return isTaken;
  });
}
