import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { newConnection } from "#lib/connections.ts";
import { type DatabaseWatch, watchDatabase } from "#lib/trouble/database-watch.ts";
import { createTestDatabase } from "#tests/support/database.ts";

/** What stands between: it hands everything on, or closes what comes, or takes it and says nothing. */
type Way = "open" | "closed" | "silent";

let way: Way = "open";
let gate: Server;
let url: URL;
let watch: DatabaseWatch | null = null;
const passing = new Set<Socket>();

beforeAll(async () => {
  url = new URL(await createTestDatabase());
  const to = { host: url.hostname, port: Number(url.port) };
  gate = createServer((from) => {
    const on = connect(to);
    passing.add(from).add(on);
    for (const socket of [from, on]) socket.on("error", () => {});
    if (way === "closed") for (const socket of [from, on]) socket.destroy();
    from.on("data", (given) => way === "open" && on.write(given));
    on.on("data", (given) => way === "open" && from.write(given));
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const address = gate.address();
  url.port = String(typeof address === "object" ? address?.port : address);
  return () => {
    for (const socket of passing) socket.destroy();
    gate.close();
  };
});

afterEach(async () => {
  await watch?.stop();
});

function begin(onAway = () => {}) {
  watch = watchDatabase({ url: url.href, answerWithinMs: 300, everyMs: 10, onAway });
  return watch;
}

function become(next: Way) {
  way = next;
  if (next === "closed") for (const socket of passing) socket.destroy();
}

test.each<Way>(["closed", "silent"])(
  "a database whose door is %s is found out, whoever still waits for it is told, and its return is seen",
  async (shut) => {
    let isTold = false;
    const { look, trouble } = begin(() => {
      isTold = true;
    });
    expect(await look()).toBeNull();
    become(shut);
    await vi.waitUntil(() => trouble() === "database-away", { timeout: 20_000 });
    await vi.waitUntil(() => isTold, { timeout: 20_000 });
    become("open");
    await vi.waitUntil(() => trouble() === null, { timeout: 20_000 });
  },
);

test("there is room for what a question needs beside its memory", async () => {
  // Each tenth look asks for room; the first does.
  expect(await begin().look()).toBeNull();
});

test("a connection that is dropped tells whoever waits on it", async () => {
  const { dropConnections } = await import("#lib/connections.ts");
  const socket = newConnection();
  const address = gate.address();
  socket.connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  const closed = new Promise<void>((resolve) => socket.once("close", resolve));
  dropConnections();
  await closed;
});
