import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { dropConnections, newConnection } from "#lib/connections.ts";
import { type DatabaseWatch, watchDatabase } from "#lib/trouble/database-watch.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { type Gate, gateTo, type Way } from "#tests/support/gate.ts";

let gate: Gate;
let watch: DatabaseWatch | null = null;

beforeAll(async () => {
  gate = await gateTo(await createTestDatabase());
  return () => gate.close();
});

afterEach(async () => {
  await watch?.stop();
});

function begin(onAway = () => {}) {
  watch = watchDatabase({ url: gate.url, answerWithinMs: 300, everyMs: 10, onAway });
  return watch;
}

test.each<Way>(["closed", "silent"])(
  "a database whose door is %s is found out, whoever still waits for it is told, and its return is seen",
  async (shut) => {
    let isTold = false;
    const { look, trouble } = begin(() => {
      isTold = true;
    });
    expect(await look()).toBeNull();
    gate.become(shut);
    await vi.waitUntil(() => trouble() === "database-away", { timeout: 20_000 });
    await vi.waitUntil(() => isTold, { timeout: 20_000 });
    gate.become("open");
    await vi.waitUntil(() => trouble() === null, { timeout: 20_000 });
  },
);

test("there is room for what a question needs beside its memory", async () => {
  // Each tenth look asks for room; the first does.
  expect(await begin().look()).toBeNull();
});

test("a connection that is dropped tells whoever waits on it", async () => {
  const socket = newConnection();
  socket.connect(gate.port, "127.0.0.1");
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  const closed = new Promise<void>((resolve) => socket.once("close", resolve));
  dropConnections();
  await closed;
});
