import { type Growing, growing, type Sparse, softmax } from "#lib/matching/assignment/sparse.ts";

// Softmax regression, a step a decision (Adagrad), held back by the size of its weights.

const rate = 0.5;
const decay = 1e-4;
const tiny = 1e-8;

export function regression() {
  const learnt: { weights: Growing; squares: Growing; bias: number; biasSquare: number }[] = [];
  const scores = ({ ids, weights }: Sparse): number[] =>
    learnt.map((label) => {
      let score = label.bias;
      for (let at = 0; at < ids.length; at += 1)
        score += label.weights.get(ids[at] ?? 0) * (weights[at] ?? 0);
      return score;
    });
  return {
    chances: (text: Sparse): number[] => softmax(scores(text)),
    /** What a sign adds for a label. */
    weight: (label: number, id: number): number => learnt[label]?.weights.get(id) ?? 0,
    learn(text: Sparse, label: number): void {
      while (learnt.length <= label)
        learnt.push({ weights: growing(), squares: growing(), bias: 0, biasSquare: 0 });
      const chances = softmax(scores(text));
      for (const [at, one] of learnt.entries()) {
        const error = (chances[at] ?? 0) - (at === label ? 1 : 0);
        for (let index = 0; index < text.ids.length; index += 1) {
          const id = text.ids[index] ?? 0;
          const slope = error * (text.weights[index] ?? 0) + decay * one.weights.get(id);
          one.squares.add(id, slope * slope);
          one.weights.add(id, (-rate * slope) / Math.sqrt(one.squares.get(id) + tiny));
        }
        one.biasSquare += error * error;
        one.bias -= (rate * error) / Math.sqrt(one.biasSquare + tiny);
      }
    },
  };
}
