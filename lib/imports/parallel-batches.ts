// Most of an import's time is the database's processor, of which one connection uses one. So two batches are written
// at once, each in its own transaction, and yet they end in the file's order: what of a batch must come after the one
// before it awaits that one's end here, where neither holds anything that the other needs.

/** How many batches that nobody knew are written at once, at most. */
export const mostInParallel = 2;

export type Order = {
  /** To be called when the batch has begun: the next one begins after it. */
  begun: () => void;
  /** Ends when the batch before is written; throws when it is not, and then this one must not be either. */
  previousWritten: () => Promise<void>;
};

/** How a batch is written: beside others, or by itself. */
export type Ways<Batch> = {
  inParallel: (batch: Batch, order: Order) => Promise<void>;
  alone: (batch: Batch) => Promise<void>;
};

export type ParallelBatches<Batch> = {
  /** Ends when the batch has begun; should it fail, it is written alone later. */
  inParallel: (batch: Batch) => Promise<void>;
  /** Ends when the batch is written. */
  alone: (batch: Batch) => Promise<void>;
  /** Ends when all that was begun is written. */
  finish: () => Promise<void>;
  /** Ends when nothing runs any more, however it went. */
  settle: () => Promise<void>;
};

type Running<Batch> = { batch: Batch; done: Promise<void> };

/** What fails in parallel is tried again alone, in order; a failure alone is thrown. `howMany` is asked for each batch. */
export function parallelBatches<Batch>(
  { inParallel, alone }: Ways<Batch>,
  howMany: () => number = () => mostInParallel,
): ParallelBatches<Batch> {
  let running: Running<Batch>[] = [];

  async function finishFirst(): Promise<void> {
    const [first, ...later] = running;
    if (!first) return;
    const [{ status }] = await Promise.allSettled([first.done]);
    running = later;
    if (status === "fulfilled") return;
    // Those behind it have waited for it in vain: once they are rolled back as well, nothing is in the way.
    await settle();
    running = [];
    for (const { batch } of [first, ...later]) await alone(batch);
  }

  async function finish(): Promise<void> {
    while (running.length > 0) await finishFirst();
  }

  async function settle(): Promise<void> {
    await Promise.allSettled(running.map(({ done }) => done));
  }

  return {
    inParallel: async (batch) => {
      while (running.length >= howMany()) await finishFirst();
      const before = running.at(-1)?.done ?? Promise.resolve();
      const { promise: begun, resolve } = Promise.withResolvers<void>();
      const done = inParallel(batch, { begun: resolve, previousWritten: () => before });
      running.push({ batch, done });
      // Awaited when it is finished; a failure until then must not be an unhandled one.
      await Promise.race([begun, Promise.allSettled([done])]);
    },
    alone: async (batch) => {
      await finish();
      await alone(batch);
    },
    finish,
    settle,
  };
}
