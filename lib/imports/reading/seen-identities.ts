/**
 * Tells whether an identity was probably met before, at some 12 bytes for each: a Set of the
 * strings of millions of rows would take the memory of the whole import. What it keeps are
 * fingerprints of 64 bits, so that "yes" has to be checked on the strings and "no" is certain.
 */
export function createSeen(): (identity: string) => boolean {
  let slots = new Uint32Array(2 << 12);
  let count = 0;
  return (identity) => {
    const [low, high] = fingerprint(identity);
    const slot = findSlot(slots, low, high);
    if (slots[slot + 1] !== 0) return true;
    slots[slot] = low;
    slots[slot + 1] = high;
    count += 1;
    if (count > slots.length * 0.35) slots = doubled(slots);
    return false;
  };
}

/** Two numbers of 32 bits; the second is never 0, which marks a free slot. */
function fingerprint(identity: string): [number, number] {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < identity.length; i += 1) {
    const code = identity.charCodeAt(i);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return [low >>> 0, high >>> 0 || 1];
}

function findSlot(slots: Uint32Array, low: number, high: number): number {
  const mask = slots.length - 1;
  let slot = (low << 1) & mask;
  while (slots[slot + 1] !== 0 && (slots[slot] !== low || slots[slot + 1] !== high)) {
    slot = (slot + 2) & mask;
  }
  return slot;
}

function doubled(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(slots.length * 2);
  for (let at = 0; at < slots.length; at += 2) {
    const low = slots[at] ?? 0;
    const high = slots[at + 1] ?? 0;
    if (high === 0) continue;
    const slot = findSlot(more, low, high);
    more[slot] = low;
    more[slot + 1] = high;
  }
  return more;
}
