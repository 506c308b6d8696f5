/** Two ids in the one order in which a pair is kept. */
export function pairOf(one: string, other: string): [string, string] {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? [a, b] : [b, a];
}
