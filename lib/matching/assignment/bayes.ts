import { type Growing, growing, type Sparse, softmax } from "#lib/matching/assignment/sparse.ts";

// Complement naive Bayes: a label is likely where the text is unlike what went to all others. Better than the plain one
// where some labels have few decisions (Rennie and others, 2003).

const smoothing = 0.3;
const temperature = 0.15;

export function bayes() {
  const labels: { sums: Growing; all: number }[] = [];
  const sums = growing();
  let all = 0;
  let vocabulary = 0;
  return {
    chances({ ids, weights }: Sparse): number[] {
      return softmax(
        labels.map((label) => {
          const others = Math.log(all - label.all + smoothing * vocabulary);
          let score = 0;
          let length = 0;
          for (let at = 0; at < ids.length; at += 1) {
            const id = ids[at] ?? 0;
            const weight = weights[at] ?? 0;
            const elsewhere = sums.get(id) - label.sums.get(id) + smoothing;
            score -= weight * (Math.log(elsewhere) - others);
            length += weight;
          }
          return score / (length || 1) / temperature;
        }),
      );
    },
    /** `times`: minus one takes back what was learnt. */
    learn({ ids, weights }: Sparse, label: number, times: 1 | -1 = 1): void {
      while (labels.length <= label) labels.push({ sums: growing(), all: 0 });
      const known = labels[label];
      if (!known) return;
      for (let at = 0; at < ids.length; at += 1) {
        const id = ids[at] ?? 0;
        const weight = times * (weights[at] ?? 0);
        vocabulary = Math.max(vocabulary, id + 1);
        sums.add(id, weight);
        known.sums.add(id, weight);
        known.all += weight;
        all += weight;
      }
    },
  };
}
