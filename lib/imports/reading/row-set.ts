/** Numbers of rows, a bit each: a file that holds every ticket twice has a million of them. */
export type RowSet = { has(row: number): boolean; add(row: number): void; count(): number };

export function createRowSet(): RowSet {
  let bits = new Uint8Array(1024);
  let count = 0;

  function has(row: number): boolean {
    return ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  function add(row: number): void {
    if (has(row)) return;
    if (row >> 3 >= bits.length) {
      const more = new Uint8Array(Math.max(bits.length * 2, (row >> 3) + 1));
      more.set(bits);
      bits = more;
    }
    bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    count += 1;
  }

  return { has, add, count: () => count };
}
