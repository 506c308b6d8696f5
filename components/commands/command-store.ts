import { get, update } from "idb-keyval";

/** A command on its way: what is sent, and the id that makes sending it twice harmless. */
export type Entry = { operationId: string; name: string; input: unknown };

export type CommandStore = {
  read: () => Promise<Entry[]>;
  add: (entry: Entry) => Promise<void>;
  remove: (operationIds: ReadonlySet<string>) => Promise<void>;
};

/**
 * Where commands wait until the server has answered: the browser's own database, so that a reload, a lost connection
 * or a closed tab loses nothing. Where that is shut (some private windows) they wait in memory.
 */
export function commandStore(owner: string): CommandStore {
  const key = `tribune-commands-${owner}`;
  let inMemory: Entry[] = [];
  const change = async (next: (entries: Entry[]) => Entry[]) => {
    try {
      await update<Entry[]>(key, (entries) => next(entries ?? []));
    } catch {
      inMemory = next(inMemory);
    }
  };
  return {
    async read() {
      const stored = await get<Entry[]>(key).catch(() => undefined);
      return [...(stored ?? []), ...inMemory];
    },
    add: (entry) => change((entries) => [...entries, entry]),
    async remove(operationIds) {
      const stays = (entry: Entry) => !operationIds.has(entry.operationId);
      inMemory = inMemory.filter(stays);
      await change((entries) => entries.filter(stays));
    },
  };
}

const AT_MOST_COMMANDS = 100;
const AT_MOST_LETTERS = 400_000;

/** The next ones to send together, in order, within what the server takes at once. */
export function nextBatch(entries: readonly Entry[]): Entry[] {
  const batch: Entry[] = [];
  let letters = 0;
  for (const entry of entries.slice(0, AT_MOST_COMMANDS)) {
    letters += JSON.stringify(entry).length;
    if (batch.length > 0 && letters > AT_MOST_LETTERS) break;
    batch.push(entry);
  }
  return batch;
}
