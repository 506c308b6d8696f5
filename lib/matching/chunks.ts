// Numbers of many texts in few large blocks: a hundred thousand small arrays would each cost their own.

const chunkLength = 2 ** 18;

/** Keeps rows of numbers; each comes back as a view that stays. */
export function chunkedRows(): (row: Uint32Array) => Uint32Array {
  let chunk = new Uint32Array(chunkLength);
  let used = 0;
  return (row) => {
    if (row.length > chunkLength / 4) return row.slice();
    if (used + row.length > chunkLength) {
      chunk = new Uint32Array(chunkLength);
      used = 0;
    }
    const kept = chunk.subarray(used, used + row.length);
    kept.set(row);
    used += row.length;
    return kept;
  };
}

/** The same numbers with room for as many again. */
export function larger(old: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const more = new Float32Array(old.length * 2);
  more.set(old);
  return more;
}
