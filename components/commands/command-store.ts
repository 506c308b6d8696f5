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
  const gone = new Set<string>();
  let inMemory: Entry[] = [];
  return {
    async read() {
      const all = [...(await stored(key)), ...inMemory];
      return all.filter(({ operationId }) => !gone.has(operationId));
    },
    async add(entry) {
      // Behind what waits in memory already, or it would overtake it.
      const isKept = inMemory.length === 0 && (await isChanged(key, (all) => [...all, entry]));
      if (!isKept) inMemory = [...inMemory, entry];
    },
    async remove(operationIds) {
      // Remembered too: a database that can be read and no longer written would give them for ever.
      for (const operationId of operationIds) gone.add(operationId);
      const stays = ({ operationId }: Entry) => !operationIds.has(operationId);
      inMemory = inMemory.filter(stays);
      await isChanged(key, (all) => all.filter(stays));
    },
  };
}

async function stored(key: string): Promise<Entry[]> {
  try {
    return (await get<Entry[]>(key)) ?? [];
  } catch {
    return [];
  }
}

/** False where the database is shut or full. */
async function isChanged(key: string, change: (all: Entry[]) => Entry[]): Promise<boolean> {
  try {
    await update<Entry[]>(key, (all) => change(all ?? []));
    return true;
  } catch {
    return false;
  }
}

const AT_MOST_COMMANDS = 100;
/** The server takes 1,000,000 bytes; a letter is three of them at most. */
const AT_MOST_LETTERS = 300_000;

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
