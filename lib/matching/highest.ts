/** Those with the highest values, the highest first; of many thousands, without ordering them all. */
export function highest(all: readonly number[], values: ArrayLike<number>, most: number): number[] {
  const kept: number[] = [];
  const worth = (one: number | undefined) => values[one ?? -1] ?? 0;
  for (const one of all) {
    if (kept.length === most && worth(one) <= worth(kept.at(-1))) continue;
    let at = kept.length;
    while (at > 0 && worth(kept[at - 1]) < worth(one)) at -= 1;
    kept.splice(at, 0, one);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
