import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { askServer } from "#components/form/ask-server.ts";
import * as z from "#lib/browser-zod.ts";

const counted = z.object({ total: z.number() });

/** An address that answers as told. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

test("what is answered is told", async () => {
  const address = await answering((_, response) => response.end('{"total":3}'));
  expect(await askServer(address, counted)).toEqual({ total: 3 });
});

test("a page that is left in the middle of an answer has none, and that is no fault", async () => {
  const half = Promise.withResolvers<void>();
  const address = await answering((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write('{"total":', () => half.resolve());
  });
  const leaving = new AbortController();
  const answer = askServer(address, counted, leaving.signal);
  await half.promise;
  leaving.abort();
  expect(await answer).toBeNull();
});

test.each<[string, RequestListener]>([
  ["is refused", (_, response) => response.writeHead(403).end('{"error":{"key":"not-allowed"}}')],
  ["breaks off", (_, response) => void response.write('{"to', () => response.destroy())],
  ["is cut short", (_, response) => response.end('{"total":')],
  ["never begins", (request) => void request.destroy()],
])("an answer that %s is none", async (_, listener) => {
  expect(await askServer(await answering(listener), counted)).toBeNull();
});

test("an answer of another shape is a fault, and nothing of it is shown", async () => {
  const address = await answering((_, response) => response.end('{"total":"three"}'));
  await expect(askServer(address, counted)).rejects.toThrow("total");
});
