import type { Sparse } from "#lib/matching/assignment/sparse.ts";

// The decided insights that are most alike: what went where before.

const mostNeighbours = 15;
/** The newest count: an organisation changes, and memory is not endless. */
const mostKept = 20_000;

export type Neighbour = { label: number; likeness: number };

export function neighbours() {
  const postings: { text: number; weight: number }[][] = [];
  const labels: number[] = [];
  let oldest = 0;
  return {
    nearest({ ids, weights }: Sparse): Neighbour[] {
      const likeness = new Map<number, number>();
      for (let at = 0; at < ids.length; at += 1)
        for (const { text, weight } of postings[ids[at] ?? 0] ?? [])
          if (text >= oldest)
            likeness.set(text, (likeness.get(text) ?? 0) + weight * (weights[at] ?? 0));
      return [...likeness]
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostNeighbours)
        .map(([text, alike]) => ({ label: labels[text] ?? 0, likeness: alike }));
    },
    learn({ ids, weights }: Sparse, label: number): void {
      const text = labels.length;
      labels.push(label);
      oldest = Math.max(0, labels.length - mostKept);
      for (let at = 0; at < ids.length; at += 1) {
        const posting = { text, weight: weights[at] ?? 0 };
        const list = postings[ids[at] ?? 0];
        if (list) list.push(posting);
        else postings[ids[at] ?? 0] = [posting];
      }
    },
  };
}

/** The share of each label among them, those most alike counting more; a little for each, as none is impossible. */
export function neighbourChances(found: readonly Neighbour[], labels: number): number[] {
  const little = 0.05;
  const sums = Array.from({ length: labels }, () => little / labels);
  let all = little;
  for (const { label, likeness } of found) {
    const weight = likeness ** 2;
    sums[label] = (sums[label] ?? 0) + weight;
    all += weight;
  }
  return sums.map((sum) => sum / all);
}
