/** A text as numbers: which signs it has, each with its weight; the weights of its words make a length of one. */
export type Sparse = { ids: Uint32Array; weights: Float64Array };

const mostIds = 2 ** 18;

/** Signs by their number. Beyond so many, new ones share the numbers of others. */
export function numbering() {
  const numbers = new Map<string, number>();
  const find = (name: string): number | undefined =>
    numbers.get(name) ?? (numbers.size >= mostIds ? hashed(name) : undefined);
  return {
    find,
    of(name: string): number {
      const known = find(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
  };
}

function hashed(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1)
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 13)) & (mostIds - 1);
}

/** Numbers that grow with the highest place written. */
export function growing() {
  let values = new Float32Array(1024);
  return {
    get: (at: number): number => values[at] ?? 0,
    add(at: number, value: number): void {
      while (at >= values.length) {
        const more = new Float32Array(values.length * 2);
        more.set(values);
        values = more;
      }
      values[at] = (values[at] ?? 0) + value;
    },
  };
}

export type Growing = ReturnType<typeof growing>;

/** Chances from what speaks for each: all together one. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}
