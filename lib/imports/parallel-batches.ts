// Most of an import's time is the database's processor, of which one connection uses one. So two batches are written
// at once, each in its own transaction, and yet they end in the file's order: what of a batch must come after the one
// before it awaits that one's end here, where neither holds anything that the other needs.

/** How many batches that nobody knew are written at once, at most. */
export const laneCount = 2;

export type Turn = {
  /** To be called when the batch has begun: the next one begins after it. */
  begun: () => void;
  /** Ends when the batch before is written; throws when it is not, and then this one must not be either. */
  come: () => Promise<void>;
};

export type Ways<Batch> = {
  together: (batch: Batch, turn: Turn) => Promise<void>;
  alone: (batch: Batch) => Promise<void>;
};

export type Lanes<Batch> = {
  /** Ends when the batch has begun; should it fail, it is written alone later. */
  together: (batch: Batch) => Promise<void>;
  /** Ends when the batch is written. */
  alone: (batch: Batch) => Promise<void>;
  /** Ends when all that was begun is written. */
  land: () => Promise<void>;
  /** Ends when nothing runs any more, however it went. */
  settle: () => Promise<void>;
};

type Flight<Batch> = { batch: Batch; done: Promise<void> };

/** What fails together is tried again alone, in order; a failure alone is thrown. `howMany` is asked for each batch. */
export function createLanes<Batch>(
  { together, alone }: Ways<Batch>,
  howMany: () => number = () => laneCount,
): Lanes<Batch> {
  let flights: Flight<Batch>[] = [];

  async function landFirst(): Promise<void> {
    const [first, ...later] = flights;
    if (!first) return;
    const [{ status }] = await Promise.allSettled([first.done]);
    flights = later;
    if (status === "fulfilled") return;
    // Those behind it have waited for it in vain: once they are rolled back as well, nothing is in the way.
    await settle();
    flights = [];
    for (const { batch } of [first, ...later]) await alone(batch);
  }

  async function land(): Promise<void> {
    while (flights.length > 0) await landFirst();
  }

  async function settle(): Promise<void> {
    await Promise.allSettled(flights.map(({ done }) => done));
  }

  return {
    together: async (batch) => {
      while (flights.length >= howMany()) await landFirst();
      const before = flights.at(-1)?.done ?? Promise.resolve();
      const { promise: begun, resolve } = Promise.withResolvers<void>();
      const done = together(batch, { begun: resolve, come: () => before });
      flights.push({ batch, done });
      // Awaited when it lands; a failure until then must not be an unhandled one.
      await Promise.race([begun, Promise.allSettled([done])]);
    },
    alone: async (batch) => {
      await land();
      await alone(batch);
    },
    land,
    settle,
  };
}
