/** More would wait for the database's two or three cores, and hold connections while they do. */
const lanes = 6;

/** Does `work` for each item, a few at a time: only for what does not depend on the order. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  async function lane(): Promise<void> {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  }
  await Promise.all(Array.from({ length: lanes }, lane));
}
