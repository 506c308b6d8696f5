import { expect, test } from "vitest";
import { createLanes, laneCount, type Turn } from "#lib/imports/parallel-batches.ts";

/** Lanes whose batches are numbers; `log` tells what became of each, and `failing` fail when written together. */
function lanesThatTell(
  failing: number[] = [],
  failingAlone: number[] = [],
  howMany?: () => number,
) {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const lanes = createLanes<number>(
    {
      together: async (batch: number, turn: Turn) => {
        running += 1;
        most = Math.max(most, running);
        try {
          turn.begun();
          await new Promise((resolve) => setImmediate(resolve));
          if (failing.includes(batch)) throw new Error(`${batch} is in the way`);
          await turn.come();
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
  return { lanes, log, most: () => most };
}

test("batches run side by side and end in order", async () => {
  const { lanes, log, most } = lanesThatTell();
  for (const batch of [1, 2, 3, 4, 5]) await lanes.together(batch);
  await lanes.land();
  expect(log).toEqual(["1", "2", "3", "4", "5"]);
  expect(most()).toBe(laneCount);
});

test("while one lane is asked for, each batch waits for the one before it", async () => {
  let lanesNow = 1;
  const { lanes, log, most } = lanesThatTell([], [], () => lanesNow);
  for (const batch of [1, 2, 3]) await lanes.together(batch);
  expect(most()).toBe(1);
  lanesNow = 2;
  for (const batch of [4, 5]) await lanes.together(batch);
  await lanes.land();
  expect(most()).toBe(2);
  expect(log).toEqual(["1", "2", "3", "4", "5"]);
});

test("a batch that fails is written alone, and after it the one that waited for it", async () => {
  const { lanes, log } = lanesThatTell([2]);
  for (const batch of [1, 2, 3, 4]) await lanes.together(batch);
  await lanes.land();
  expect(log).toEqual(["1", "2 alone", "3 alone", "4"]);
});

test("a batch to be written alone waits for those before it", async () => {
  const { lanes, log } = lanesThatTell();
  await lanes.together(1);
  await lanes.together(2);
  await lanes.alone(3);
  await lanes.together(4);
  await lanes.land();
  expect(log).toEqual(["1", "2", "3 alone", "4"]);
});

test("a batch that cannot be written at all ends the import, and nothing after it is written", async () => {
  const { lanes, log } = lanesThatTell([2], [2]);
  await lanes.together(1);
  await lanes.together(2);
  await expect(
    (async () => {
      await lanes.together(3);
      await lanes.land();
    })(),
  ).rejects.toThrow("2 cannot be written");
  await lanes.settle();
  expect(log).toEqual(["1"]);
});
