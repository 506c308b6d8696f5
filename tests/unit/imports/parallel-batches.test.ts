import { expect, test } from "vitest";
import { mostInParallel, type Order, parallelBatches } from "#lib/imports/parallel-batches.ts";

/** Batches that are numbers; `log` tells what became of each, and `failing` fail when written in parallel. */
function batchesWithLog(
  failing: number[] = [],
  failingAlone: number[] = [],
  howMany?: () => number,
) {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const batches = parallelBatches<number>(
    {
      inParallel: async (batch: number, order: Order) => {
        running += 1;
        most = Math.max(most, running);
        try {
          order.begun();
          await new Promise((resolve) => setImmediate(resolve));
          if (failing.includes(batch)) throw new Error(`${batch} is in the way`);
          await order.previousWritten();
          log.push(`${batch}`);
        } finally {
          running -= 1;
        }
      },
      alone: async (batch) => {
        if (running > 0) log.push(`${batch} is not alone`);
        if (failingAlone.includes(batch)) throw new Error(`${batch} cannot be written`);
        log.push(`${batch} alone`);
      },
    },
    howMany,
  );
  return { batches, log, most: () => most };
}

test("batches run side by side and end in order", async () => {
  const { batches, log, most } = batchesWithLog();
  for (const batch of [1, 2, 3, 4, 5]) await batches.inParallel(batch);
  await batches.finish();
  expect(log).toEqual(["1", "2", "3", "4", "5"]);
  expect(most()).toBe(mostInParallel);
});

test("while one at a time is asked for, each batch waits for the one before it", async () => {
  let atOnce = 1;
  const { batches, log, most } = batchesWithLog([], [], () => atOnce);
  for (const batch of [1, 2, 3]) await batches.inParallel(batch);
  expect(most()).toBe(1);
  atOnce = 2;
  for (const batch of [4, 5]) await batches.inParallel(batch);
  await batches.finish();
  expect(most()).toBe(2);
  expect(log).toEqual(["1", "2", "3", "4", "5"]);
});

test("a batch that fails is written alone, and after it the one that waited for it", async () => {
  const { batches, log } = batchesWithLog([2]);
  for (const batch of [1, 2, 3, 4]) await batches.inParallel(batch);
  await batches.finish();
  expect(log).toEqual(["1", "2 alone", "3 alone", "4"]);
});

test("a batch to be written alone waits for those before it", async () => {
  const { batches, log } = batchesWithLog();
  await batches.inParallel(1);
  await batches.inParallel(2);
  await batches.alone(3);
  await batches.inParallel(4);
  await batches.finish();
  expect(log).toEqual(["1", "2", "3 alone", "4"]);
});

test("a batch that cannot be written at all ends the import, and nothing after it is written", async () => {
  const { batches, log } = batchesWithLog([2], [2]);
  await batches.inParallel(1);
  await batches.inParallel(2);
  await expect(
    (async () => {
      await batches.inParallel(3);
      await batches.finish();
    })(),
  ).rejects.toThrow("2 cannot be written");
  await batches.settle();
  expect(log).toEqual(["1"]);
});
