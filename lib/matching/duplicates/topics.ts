import { eigenvectors } from "#lib/matching/duplicates/eigenvectors.ts";
import { seededNormal } from "#lib/matching/random.ts";

// What texts are about, beyond their words: words that stand in the same texts point the same way (latent semantic
// analysis), so that "crash" and "plantage" or "timeout" and "hangs" are near. Learnt from a sample of the company's own.

/** A text's words with their weights. */
export type Weighted = { terms: ArrayLike<number>; weights: ArrayLike<number> };

export type Topics = {
  /** How many numbers tell what a text is about. */
  size: number;
  /** Into `about`, of that many numbers, all zero where none of the words is known. */
  read: (text: Weighted, about: Float64Array) => void;
};

const mostTopics = 150;
const rounds = 3;
const seed = 20261129;

/** By a randomised decomposition: the first topics of the sample, found in some passes over it. */
export function learnTopics(sample: readonly Weighted[], vocabulary: number): Topics {
  const { rows, texts } = keptTerms(sample, vocabulary);
  const kept = rows.reduce((most, row) => Math.max(most, row + 1), 0);
  const size = Math.min(mostTopics, texts.length, kept);
  const normal = seededNormal(seed);
  let ofTerms: Float64Array<ArrayBufferLike> = Float64Array.from({ length: kept * size }, normal);
  for (let round = 0; round <= rounds; round += 1) {
    const ofTexts = orthonormal(textsTimes(texts, ofTerms, size), size);
    ofTerms = termsTimes(texts, ofTexts, size, kept);
  }
  const directions = Float32Array.from(orthonormal(ofTerms, size));
  return {
    size,
    read({ terms, weights }, about) {
      about.fill(0);
      for (let at = 0; at < terms.length; at += 1) {
        const row = rows[terms[at] ?? 0] ?? -1;
        if (row >= 0) addRow(about, 0, directions, row * size, weights[at] ?? 0, size);
      }
    },
  };
}

/** Words of one text alone tie nothing together. */
function keptTerms(sample: readonly Weighted[], vocabulary: number) {
  const counts = new Uint16Array(vocabulary);
  for (const { terms } of sample)
    for (let at = 0; at < terms.length; at += 1)
      counts[terms[at] ?? 0] = (counts[terms[at] ?? 0] ?? 0) + 1;
  let kept = 0;
  const rows = new Int32Array(vocabulary).map((_, term) => ((counts[term] ?? 0) > 1 ? kept++ : -1));
  const texts = sample.map(({ terms, weights }) => {
    let square = 0;
    for (let at = 0; at < weights.length; at += 1) square += (weights[at] ?? 0) ** 2;
    const norm = Math.sqrt(square) || 1;
    return {
      rows: Int32Array.from(terms, (term) => rows[term] ?? -1),
      weights: Float64Array.from(weights, (weight) => weight / norm),
    };
  });
  return { rows, texts };
}

type Text = { rows: Int32Array; weights: Float64Array };

function textsTimes(texts: readonly Text[], ofTerms: Float64Array, size: number): Float64Array {
  const product = new Float64Array(texts.length * size);
  for (const [index, { rows, weights }] of texts.entries())
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? -1;
      if (row >= 0) addRow(product, index * size, ofTerms, row * size, weights[at] ?? 0, size);
    }
  return product;
}

function termsTimes(
  texts: readonly Text[],
  ofTexts: Float64Array,
  size: number,
  kept: number,
): Float64Array {
  const product = new Float64Array(kept * size);
  for (const [index, { rows, weights }] of texts.entries())
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? -1;
      if (row >= 0) addRow(product, row * size, ofTexts, index * size, weights[at] ?? 0, size);
    }
  return product;
}

function addRow(
  into: Float64Array,
  intoAt: number,
  from: Float64Array | Float32Array,
  fromAt: number,
  weight: number,
  size: number,
): void {
  for (let at = 0; at < size; at += 1)
    into[intoAt + at] = (into[intoAt + at] ?? 0) + weight * (from[fromAt + at] ?? 0);
}

/** The same space by directions at right angles, the strongest first; those that say nothing are left at zero. */
function orthonormal(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = eigenvectors(gram(matrix, size), size);
  const least = (values[0] ?? 0) * 1e-12;
  const turned = new Float64Array(matrix.length);
  for (let from = 0; from < matrix.length; from += size)
    for (let at = 0; at < size; at += 1) {
      const value = matrix[from + at] ?? 0;
      if (value !== 0) addRow(turned, from, vectors, at * size, value, size);
    }
  const scale = Float64Array.from(values, (value) => (value > least ? 1 / Math.sqrt(value) : 0));
  return turned.map((value, index) => value * (scale[index % size] ?? 0));
}

function gram(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let from = 0; from < matrix.length; from += size)
    for (let at = 0; at < size; at += 1) {
      const value = matrix[from + at] ?? 0;
      if (value !== 0) addRow(product, at * size, matrix, from, value, size);
    }
  return product;
}
