import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { moment } from "#lib/clock.ts";
import type { Database } from "#lib/db.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { listen } from "#lib/live/listen.ts";
import { listUnheard } from "#lib/live/reads/unheard.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { write } from "#lib/operations/write.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const never = 3_600_000;
const leavers: (() => Promise<void>)[] = [];
let database: Database;
let url: string;

beforeAll(async () => {
  database = await useDatabase();
  url = process.env.DATABASE_URL ?? "";
});

afterEach(async () => {
  for (const leave of leavers.splice(0)) await leave();
  await stillBell();
});

/** Somebody who listens; with `lookEveryMs` they also look for what no bell told of. */
async function listening(lookEveryMs = never) {
  const heard: string[] = [];
  let isReady = false;
  const onOperation = (id: string) => {
    if (id === "ready") isReady = true;
    else heard.push(id);
  };
  leavers.push(listen(url, { onOperation, onSessionEnd: () => {}, onGap: () => {} }, lookEveryMs));
  await vi.waitUntil(
    async () => {
      await database.$queryRaw`SELECT pg_notify('tribune', 'ready')::text`;
      return isReady;
    },
    { timeout: 20_000 },
  );
  return heard;
}

function act(operationId: string = randomUUID(), work: () => Promise<unknown> = async () => null) {
  const call = { ...moment(), operationId };
  return write(system, call, { operation: insightOps.edited }, async () => {
    await work();
    return operationId;
  });
}

async function hears(heard: readonly string[], id: string): Promise<void> {
  await vi.waitUntil(() => heard.includes(id), { timeout: 20_000 });
}

async function endConnections(name: string): Promise<number> {
  return database.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = ${name} AND datname = current_database()`;
}

async function ending(operationId: string, how: "by itself" | "killed") {
  const program = join(import.meta.dirname, "leaving-writer.ts");
  const args = ["--conditions=react-server", program, operationId, how];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [code, signal] = await once(child, "exit");
  return signal ?? code;
}

describe("The bell", () => {
  it("rings once the act is committed, and not before", async () => {
    const heard = await listening();
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const slow = act(randomUUID(), () => mayGoOn);
    const quick = await act();
    await hears(heard, quick);
    expect(heard).toEqual([quick]);
    goOn();
    await hears(heard, await slow);
  });

  it("is silent about an act that fails, and about the repeat of one that did not", async () => {
    const heard = await listening();
    const failed = randomUUID();
    await expect(act(failed, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    const id = await act();
    await hears(heard, id);
    await act(id);
    const last = await act();
    await hears(heard, last);
    expect(heard).toEqual([id, last]);
  });

  it("tells of all that many do at once, over one connection", async () => {
    const heard = await listening();
    const ids = await Promise.all(Array.from({ length: 60 }, () => act()));
    for (const id of ids) await hears(heard, id);
    expect(heard.toSorted()).toEqual(ids.toSorted());
    expect(await endConnections("tribune bell")).toBe(1);
  });

  it("rings again after its connection was ended", async () => {
    const heard = await listening();
    await hears(heard, await act());
    expect(await endConnections("tribune bell")).toBe(1);
    await hears(heard, await act());
  });

  it("is no reason for an act to fail; whoever listens finds the act all the same", async () => {
    const heard = await listening(100);
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/away";
    const id = await act();
    await hears(heard, id);
    await stillBell();
    expect(said).toHaveBeenCalledOnce();
    process.env.DATABASE_URL = url;
    said.mockRestore();
  });
});

describe("A process that ends after its act", () => {
  it("tells of it first", async () => {
    const heard = await listening();
    const id = randomUUID();
    expect(await ending(id, "by itself")).toBe(0);
    await hears(heard, id);
  });

  it("and is killed before it can tell, leaves what is found later, once", async () => {
    const deaf = await listening();
    const heard = await listening(100);
    const id = randomUUID();
    expect(await ending(id, "killed")).toBe("SIGKILL");
    await hears(heard, id);
    const rung = await act();
    await hears(heard, rung);
    await hears(deaf, rung);
    expect(heard).toEqual([id, rung]);
    expect(deaf).toEqual([rung]);
  });
});

describe("Who looks for what no bell told of", () => {
  it("finds an act that began before the last look and was committed after it", async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    leavers.push(() => client.end());
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { look: first, ids: none } = await listUnheard(client, null);
    const slow = act(randomUUID(), () => {
      begin();
      return mayGoOn;
    });
    await begun;
    const quick = await act();
    const second = await listUnheard(client, first);
    goOn();
    const slowId = await slow;
    const third = await listUnheard(client, second.look);
    const fourth = await listUnheard(client, third.look);
    expect([none, second.ids, third.ids, fourth.ids]).toEqual([[], [quick], [slowId], []]);
  });
});
