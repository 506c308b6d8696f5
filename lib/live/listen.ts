import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { PROPOSALS } from "#lib/frame/fresh-channel.ts";
import { type Hearing, hearOnce } from "#lib/live/hear-once.ts";
import { type Look, listUnheard } from "#lib/live/reads/unheard.ts";

/** The channel on which the database itself tells of sessions that end before their time. */
const SESSIONS = "tribune_sessions";

const mostPauseMs = 30_000;
const lookEveryMs = 5_000;

export type Heard = {
  /** Committed, whether its bell was heard or it was found without one. Hardly ever told twice. */
  onOperation: (operationId: string) => void;
  /** A session was ended before its time. */
  onSessionEnd: (sessionId: string) => void;
  /** There are fresh proposals. */
  onProposals?: () => void;
  /** Something may have been missed: the connection is back after a break. */
  onGap: () => void;
};

/**
 * One connection that listens for operations, for as long as the process lives: when it breaks, another one is tried,
 * after pauses that grow from a quarter of a second to half a minute. Each `everyMs` it looks for those whose bell never
 * rang.
 * @returns how to end it
 */
export function listen(url: string, heard: Heard, everyMs = lookEveryMs): () => Promise<void> {
  const stop = new AbortController();
  const ended = keepListening(url, heard, everyMs, stop.signal);
  return async () => {
    stop.abort();
    await ended;
  };
}

async function keepListening(
  url: string,
  heard: Heard,
  everyMs: number,
  stop: AbortSignal,
): Promise<void> {
  const hearing = hearOnce(heard.onOperation);
  let failures = 0;
  let mayHaveMissed = false;
  while (!stop.aborted) {
    try {
      const { client, look } = await connected(url, hearing, heard);
      failures = 0;
      if (mayHaveMissed) heard.onGap();
      await untilOver(client, hearing, look, everyMs, stop);
    } catch {
      failures += 1;
    }
    mayHaveMissed = true;
    await pause(Math.min(mostPauseMs, 250 * 2 ** failures), stop);
  }
}

async function connected(url: string, { hear }: Hearing, { onSessionEnd, onProposals }: Heard) {
  const client = new Client({
    connectionString: url,
    application_name: "tribune live",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  // An "end" follows each error, and that is what is waited for.
  client.on("error", () => {});
  client.on("notification", ({ channel, payload }) => {
    if (channel === PROPOSALS) onProposals?.();
    else if (payload) (channel === SESSIONS ? onSessionEnd : hear)(payload);
  });
  try {
    await client.connect();
    // What is committed between the two is found by the next look.
    const { look } = await listUnheard(client, null);
    await client.query(`LISTEN tribune; LISTEN ${SESSIONS}; LISTEN ${PROPOSALS}`);
    return { client, look };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Looking now and then also shows a connection whose other end vanished: it would say nothing. */
async function untilOver(
  client: Client,
  { hear, turn }: Hearing,
  first: Look,
  everyMs: number,
  stop: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  client.once("end", () => over.abort());
  const leaving = AbortSignal.any([stop, over.signal]);
  try {
    let last = first;
    for (;;) {
      await pause(everyMs, leaving);
      if (leaving.aborted) return;
      const { look, ids } = await listUnheard(client, last);
      last = look;
      turn();
      for (const id of ids) hear(id);
    }
  } finally {
    client.removeAllListeners("notification");
    // One that no longer answers can't be taken leave of: it is left to time out.
    await Promise.race([client.end().catch(() => {}), pause(2000, stop)]);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
