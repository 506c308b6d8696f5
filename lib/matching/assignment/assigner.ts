import { bayes } from "#lib/matching/assignment/bayes.ts";
import { featuresOf, type Told } from "#lib/matching/assignment/features.ts";
import { type Kept, neighbourChances, neighbours } from "#lib/matching/assignment/neighbours.ts";
import { regression } from "#lib/matching/assignment/regression.ts";
import { numbering, type Sparse, softmax } from "#lib/matching/assignment/sparse.ts";
import {
  type Judged,
  learntFirst,
  looksBack,
  type Sure,
  sureOf,
} from "#lib/matching/assignment/sure.ts";
import { seededRandom } from "#lib/matching/random.ts";
import { bare } from "#lib/matching/words/words.ts";

/** `alike`: of those decided before that are most alike, how many went there. */
export type Choice = { label: string; chance: number; alike: number };

/** Where an insight may go, the likeliest first, and why. */
export type Proposed = {
  proposals: Choice[];
  isSure: boolean;
  /** It would be sure, had that not been withdrawn. */
  isAbove: boolean;
  words: string[];
  /** Of those decided before that are most alike, how many went to the first. */
  alike: { same: number; of: number };
};

export type Assigner = ReturnType<typeof assigner>;

type Learnt = { text: Sparse; label: number; kept: Kept };

const replays = 10;
const mostReplayed = 5000;
/** What can be unlearnt. */
const mostKnown = 6_000;
const wordsTold = 3;
const seed = 7;
/** Beside words a fact weighs little. */
const factWeight = 0.12;
/** Neighbours are few, and each is noisy. */
const neighbourPower = 0.3;

/** Learns from each decision where insights go. */
export function assigner() {
  const signs = numbering();
  const counts: number[] = [];
  const linear = regression();
  const naive = bayes();
  const near = neighbours();
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  const remembered: { text: Sparse; label: number }[] = [];
  const known = new Map<string, Learnt>();
  const judged: Judged[] = [];
  const called: boolean[] = [];
  const random = seededRandom(seed);
  let decided = 0;

  function read(told: Told, numberOf: (name: string) => number | undefined): Sparse {
    const entries: [number, number][] = [];
    let square = 0;
    for (const { name, times } of featuresOf(told)) {
      const id = numberOf(name);
      if (id === undefined) continue;
      const rarity = Math.log(1 + (decided + 1) / (1 + (counts[id] ?? 0)));
      const weight = (1 + Math.log(times)) * rarity;
      square += weight ** 2;
      entries.push([id, weight]);
    }
    const norm = Math.sqrt(square) || 1;
    for (const entry of entries) entry[1] /= norm;
    for (const fact of told.facts) {
      const id = numberOf(`f:${bare(fact)}`);
      if (id !== undefined) entries.push([id, factWeight]);
    }
    return {
      ids: Uint32Array.from(entries, ([id]) => id),
      weights: Float64Array.from(entries, ([, weight]) => weight),
    };
  }

  function propose(told: Told): Proposed {
    if (labels.length === 0)
      return { proposals: [], isSure: false, isAbove: false, words: [], alike: { same: 0, of: 0 } };
    const text = read(told, signs.find);
    const found = near.nearest(text);
    const chances = together(
      [linear.chances(text), naive.chances(text)],
      found.length === 0 ? [] : neighbourChances(found, labels.length),
    );
    const proposals = labels
      .map((label, at) => ({
        label,
        chance: chances[at] ?? 0,
        alike: found.filter((one) => one.label === at).length,
      }))
      .sort((a, b) => b.chance - a.chance);
    const first = numbers.get(proposals[0]?.label ?? "") ?? 0;
    const sure = sureness();
    const isAbove = sure.state !== "not-yet" && (proposals[0]?.chance ?? 0) >= sure.threshold;
    return {
      proposals,
      isSure: isAbove && sure.state === "earned",
      isAbove,
      words: wordsFor(told, text, first),
      alike: { same: found.filter(({ label }) => label === first).length, of: found.length },
    };
  }

  function together(learners: number[][], byNeighbours: number[]): number[] {
    const log = (chance = 1) => Math.log(Math.max(1e-12, chance));
    return softmax(
      labels.map((_, at) => {
        const said = learners.reduce((sum, chances) => sum + log(chances[at]), 0);
        return said + neighbourPower * log(byNeighbours[at]);
      }),
    );
  }

  /** The words that speak most for it. */
  function wordsFor(told: Told, { ids, weights }: Sparse, label: number): string[] {
    const weightOf = new Map(Array.from(ids, (id, at) => [id, weights[at] ?? 0]));
    const speaking = featuresOf(told).flatMap(({ name, word }) => {
      const id = signs.find(name) ?? -1;
      const adds = linear.weight(label, id) * (weightOf.get(id) ?? 0);
      return adds > 0 ? [{ word, adds }] : [];
    });
    const words = speaking.sort((a, b) => b.adds - a.adds).map(({ word }) => word);
    return [...new Map(words.map((word) => [bare(word), word])).values()].slice(0, wordsTold);
  }

  /**
   * `proposed`: what had been proposed for it before people decided, if anything was. `key`: whose decision it is, so
   * that another one replaces it.
   */
  function learn(told: Told, label: string, proposed: Proposed | null, key?: string): void {
    if (key !== undefined) unlearn(key);
    if (proposed) judge(label, proposed);
    const text = read(told, signs.of);
    for (const id of text.ids) counts[id] = (counts[id] ?? 0) + 1;
    decided += 1;
    const number = numbers.get(label) ?? labels.push(label) - 1;
    numbers.set(label, number);
    const kept = near.learn(text, number);
    if (key !== undefined) remember(key, { text, label: number, kept });
    naive.learn(text, number);
    linear.learn(text, number);
    remembered.push({ text, label: number });
    if (remembered.length > mostReplayed) remembered.shift();
    for (let replay = 0; replay < replays; replay += 1) {
      const old = remembered[Math.floor(random() * remembered.length)];
      if (old) linear.learn(old.text, old.label);
    }
  }

  function remember(key: string, learnt: Learnt): void {
    known.set(key, learnt);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  }

  /** What was decided of it is taken back: it no longer speaks for that label. */
  function unlearn(key: string): void {
    const learnt = known.get(key);
    if (!learnt) return;
    known.delete(key);
    near.forget(learnt.kept);
    naive.learn(learnt.text, learnt.label, -1);
    const at = remembered.findIndex(({ text }) => text === learnt.text);
    if (at >= 0) remembered.splice(at, 1);
  }

  function judge(label: string, { proposals: [first], isAbove }: Proposed): void {
    if (!first || decided < learntFirst) return;
    judged.push({ chance: first.chance, isRight: first.label === label });
    if (judged.length > looksBack) judged.shift();
    if (isAbove) called.push(first.label === label);
    if (called.length > looksBack) called.shift();
  }

  const sureness = (): Sure => sureOf(judged, called);

  /** Of the last that were called sure, or would have been: how many were decided so. */
  const record = () => ({ right: called.filter(Boolean).length, judged: called.length });

  return { propose, learn, unlearn, sureness, record, decided: () => decided };
}
