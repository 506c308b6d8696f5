import "server-only";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { troubleOf } from "#lib/trouble/trouble.ts";
import type { Trouble } from "#lib/troubles.ts";

/** What lasts until somebody does something about it. */
export type Lasting = Exclude<Trouble, "busy">;

export type WatchSettings = {
  url: string;
  /** How long an answer may take; one that comes to no end twice is as good as a refusal (ms). */
  answerWithinMs: number;
  /** How long between two questions (ms). */
  everyMs: number;
  /** Called each time it has not answered, from the second on: what others still await from it never comes. */
  onAway: () => void;
};

export type DatabaseWatch = {
  /** What was last found out. */
  trouble: () => Lasting | null;
  /** Found out now. */
  look: () => Promise<Lasting | null>;
  stop: () => Promise<void>;
};

/** A question that needs half a megabyte beside its memory, and so finds out whether there is any room. */
const isThereRoom = `BEGIN READ ONLY; SET LOCAL work_mem = '64kB';
  SELECT count(*) FROM (SELECT repeat(md5(g::text), 8) AS x FROM generate_series(1, 2000) AS g ORDER BY x OFFSET 1) AS sorted;
  COMMIT`;
/** One in so many looks asks for room, too; each of them while there is none. */
const roomEvery = 10;
/** Beyond it this process was too busy to hear an answer. */
const mostDelayNs = 500e6;

/**
 * Keeps asking the database, on a connection of its own, whether it answers and has room: whoever comes is told at once,
 * and not once their patience is over. An answer that this process was too busy to read is none that failed to come.
 */
export function watchDatabase(settings: WatchSettings): DatabaseWatch {
  const stopped = new AbortController();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let client: Client | null = null;
  let trouble: Lasting | null = null;
  let looks = 0;
  let missed = 0;
  let looking: Promise<Lasting | null> | null = null;

  async function ask(): Promise<void> {
    client ??= await connected(settings);
    await client.query(
      trouble === "storage-full" || looks % roomEvery === 0 ? isThereRoom : "SELECT 1",
    );
  }

  async function lookOnce(): Promise<Lasting | null> {
    looks += 1;
    delay.reset();
    try {
      await ask();
      missed = 0;
      return null;
    } catch (error) {
      const before = client;
      client = null;
      before?.end().catch(() => {});
      // Busy ourselves: it may have answered.
      if (delay.max > mostDelayNs) return trouble;
      const said = troubleOf(error);
      const found = said ?? "database-away";
      missed = found === "database-away" ? missed + 1 : 0;
      // Nothing came, once: everybody on a machine that has too much to do is late.
      if (said === null && missed === 1) return trouble;
      if (found === "storage-full") return found;
      // It answers that it has too much to do: whoever needs it is told by it.
      if (found === "busy") return null;
      if (missed >= 2) settings.onAway();
      return found;
    }
  }

  function look(): Promise<Lasting | null> {
    looking ??= lookOnce().then((found) => {
      if (found !== trouble) console.error(`database: ${found ?? "well again"}`);
      trouble = found;
      looking = null;
      return found;
    });
    return looking;
  }

  async function keepLooking(): Promise<void> {
    while (!stopped.signal.aborted) {
      await look();
      // At once after the first that did not come: whoever waits is to be told soon.
      if (missed === 1) continue;
      await sleep(settings.everyMs, undefined, { signal: stopped.signal, ref: false }).catch(
        () => {},
      );
    }
  }

  const kept = keepLooking();
  return {
    trouble: () => trouble,
    look,
    async stop() {
      stopped.abort();
      delay.disable();
      await kept;
      await client?.end().catch(() => {});
    },
  };
}

async function connected({ url, answerWithinMs }: WatchSettings): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: "tribune watch",
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
  });
  // What is lost with it shows at the next question.
  client.on("error", () => {});
  await client.connect();
  return client;
}
