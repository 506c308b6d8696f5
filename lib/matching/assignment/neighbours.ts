import type { Sparse } from "#lib/matching/assignment/sparse.ts";
import { highest } from "#lib/matching/highest.ts";

// The decided insights that are most alike: what went where before.

const mostNeighbours = 15;
/** The newest count: an organisation changes, and memory is not endless. */
const mostKept = 6_000;
/** A weight in so many steps, so that a text and its weight are one small number of the engine. */
const steps = 2 ** 12;

export type Neighbour = { label: number; likeness: number };

/** A text that was put in, for as long as it is kept. */
export type Kept = { readonly place: number; readonly turn: number };

const nowhere = -1;

export function neighbours(most = mostKept) {
  const postings: number[][] = [];
  const rows: (Uint32Array | undefined)[] = [];
  const labels: number[] = [];
  const likeness = new Float32Array(most);
  let learnt = 0;

  /** Its postings stand first in their lists: it is the oldest. */
  function makeRoom(place: number): void {
    for (const id of rows[place] ?? []) postings[id]?.shift();
  }

  return {
    nearest({ ids, weights }: Sparse): Neighbour[] {
      const touched: number[] = [];
      for (let at = 0; at < ids.length; at += 1) {
        const weight = (weights[at] ?? 0) / steps;
        for (const posting of postings[ids[at] ?? 0] ?? []) {
          const place = Math.floor(posting / steps);
          if (labels[place] === nowhere) continue;
          if (likeness[place] === 0) touched.push(place);
          likeness[place] = (likeness[place] ?? 0) + weight * (posting % steps);
        }
      }
      const found = highest(touched, likeness, mostNeighbours).map((place) => ({
        label: labels[place] ?? 0,
        likeness: likeness[place] ?? 0,
      }));
      for (const place of touched) likeness[place] = 0;
      return found;
    },
    learn({ ids, weights }: Sparse, label: number): Kept {
      const place = learnt % most;
      makeRoom(place);
      rows[place] = ids;
      labels[place] = label;
      for (let at = 0; at < ids.length; at += 1) {
        const posting = place * steps + Math.round(Math.min(1, weights[at] ?? 0) * (steps - 1));
        const list = postings[ids[at] ?? 0];
        if (list) list.push(posting);
        else postings[ids[at] ?? 0] = [posting];
      }
      learnt += 1;
      return { place, turn: learnt };
    },
    /** What was decided of it is taken back. */
    forget({ place, turn }: Kept): void {
      if (turn > learnt - most) labels[place] = nowhere;
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
