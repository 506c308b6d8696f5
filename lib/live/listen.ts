import "server-only";
import { Client } from "pg";

const mostPauseMs = 30_000;
const pingEveryMs = 30_000;

export type Heard = {
  onOperation: (operationId: string) => void;
  /** Something may have been missed: the connection is back after a break. */
  onGap: () => void;
};

/**
 * One connection that listens for operations, for as long as the process lives: when it breaks, another one is tried,
 * after pauses that grow from a quarter of a second to half a minute.
 * @returns how to end it
 */
export function listen(url: string, heard: Heard): () => Promise<void> {
  const stop = new AbortController();
  const ended = keepListening(url, heard, stop.signal);
  return async () => {
    stop.abort();
    await ended;
  };
}

async function keepListening(url: string, heard: Heard, stop: AbortSignal): Promise<void> {
  let failures = 0;
  let mayHaveMissed = false;
  while (!stop.aborted) {
    try {
      const client = await connected(url, heard);
      failures = 0;
      if (mayHaveMissed) heard.onGap();
      await untilOver(client, stop);
    } catch {
      failures += 1;
    }
    mayHaveMissed = true;
    await pause(Math.min(mostPauseMs, 250 * 2 ** failures), stop);
  }
}

async function connected(url: string, { onOperation }: Heard): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: "tribune live",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  // An "end" follows each error, and that is what is waited for.
  client.on("error", () => {});
  client.on("notification", ({ payload }) => {
    if (payload) onOperation(payload);
  });
  try {
    await client.connect();
    await client.query("LISTEN tribune");
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** A connection whose other end vanished says nothing: it is asked now and then. */
async function untilOver(client: Client, stop: AbortSignal): Promise<void> {
  let ping: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    stop.addEventListener("abort", () => resolve(), { once: true });
    ping = setInterval(() => client.query("SELECT 1").catch(() => resolve()), pingEveryMs);
    if (stop.aborted) resolve();
  });
  clearInterval(ping);
  client.removeAllListeners("notification");
  // One that no longer answers can't be taken leave of: it is left to time out.
  await Promise.race([client.end().catch(() => {}), pause(2000, stop)]);
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, stop.aborted ? 0 : ms);
    stop.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
