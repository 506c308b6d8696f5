// What a text is about, in a byte for each topic: only the direction counts.

/** Undefined for a text that is about nothing known. */
export function asBytes(about: Float64Array): Int8Array | undefined {
  const largest = about.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undefined;
  return Int8Array.from(about, (value) => Math.round((value / largest) * 127));
}

/** From -1 to 1; 0 where either is about nothing known. */
export function topicCosine(one: Int8Array | undefined, other: Int8Array | undefined): number {
  if (!one || !other) return 0;
  let [dot, ones, others] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    dot += a * b;
    ones += a * a;
    others += b * b;
  }
  return dot / Math.sqrt(ones * others);
}
