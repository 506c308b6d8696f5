import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { keepDoing } from "#lib/jobs/rounds.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Rounds that end when they are told to. */
function held() {
  const waiting: ((error?: Error) => void)[] = [];
  let begun = 0;
  const once = () => {
    begun += 1;
    return new Promise<void>((resolve, reject) =>
      waiting.push((error) => (error ? reject(error) : resolve())),
    );
  };
  return { once, end: (error?: Error) => waiting.shift()?.(error), begun: () => begun };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

test("a round that takes long is not overtaken by the next", async () => {
  const { once, end, begun } = held();
  const rounds = keepDoing("slow", 0, once);
  for (let i = 0; i < 50; i += 1) await turn();
  expect(begun()).toBe(1);
  end();
  await until(() => begun() === 2);
  end();
  await until(() => begun() === 3);
  end();
  await rounds.stop();
});

test("to stop waits for the round under way, and none begins after it", async () => {
  const { once, end, begun } = held();
  const rounds = keepDoing("stopped", 0, once);
  let isOver = false;
  const stopping = rounds.stop().then(() => {
    isOver = true;
  });
  for (let i = 0; i < 20; i += 1) await turn();
  expect(isOver).toBe(false);
  end();
  await stopping;
  expect(begun()).toBe(1);
  // Between two rounds it ends at once.
  const idle = keepDoing("idle", 3_600_000, async () => {});
  await turn();
  await idle.stop();
});

test("a round that fails is told by its name, and the next comes all the same", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const { once, end, begun } = held();
  const rounds = keepDoing("unlucky", 0, once);
  end(new Error("the database is away"));
  await until(() => begun() === 2);
  expect(told).toHaveBeenCalledWith("unlucky: the database is away");
  end();
  await rounds.stop();
});
