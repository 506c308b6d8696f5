import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processStart } from "#lib/launcher/lease.mjs";
import { ensurePostgres } from "#prisma/embedded.ts";

const user = join(import.meta.dirname, "postgres-user.ts");
let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tribune-embedded-"));
});

afterEach(async () => {
  const postgres = await ensurePostgres({ dataDir, durable: false });
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Another process that uses the embedded server until it is killed; answers once it has it. */
async function startUser() {
  const child = spawn(process.execPath, [user, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  const told: { adopted: boolean; postmasterPid: number } = JSON.parse(String(line));
  return { child, ...told };
}

async function kill(pid: number) {
  process.kill(pid, "SIGKILL");
  while (processStart(pid) !== null) await sleep(10);
}

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("The embedded PostgreSQL", () => {
  it("goes on when the process that started it is killed, and the next one takes it over", async () => {
    const first = await startUser();
    await kill(first.child.pid ?? 0);
    const next = await ensurePostgres({ dataDir, durable: false });
    expect(next.adopted).toBe(true);
    expect(next.postmasterPid).toBe(first.postmasterPid);
    await next.stop();
    expect(processStart(first.postmasterPid)).toBeNull();
  });

  it("keeps every committed row when it is killed itself", async () => {
    const before = await ensurePostgres({ dataDir });
    const url = before.databaseUrl("postgres");
    await ask(url, "CREATE TABLE kept (what text)");
    await ask(url, "INSERT INTO kept VALUES ('committed')");
    await kill(before.postmasterPid);
    expect(before.isRunning()).toBe(false);
    const after = await ensurePostgres({ dataDir });
    expect(after.adopted).toBe(false);
    expect(after.databaseUrl("postgres")).toBe(url);
    expect(await ask(url, "SELECT what FROM kept")).toEqual([{ what: "committed" }]);
    await after.stop();
    await before.stop();
  });

  it("is one server when several processes start at once", async () => {
    const users = await Promise.all([
      startUser(),
      startUser(),
      ensurePostgres({ dataDir, durable: false }),
    ]);
    expect(new Set(users.map((one) => one.postmasterPid)).size).toBe(1);
    expect(users.filter((one) => !one.adopted)).toHaveLength(1);
    for (const one of users) {
      if ("child" in one) await kill(one.child.pid ?? 0);
      else await one.stop();
    }
  });

  it("stays for those who still use it and ends with the last", async () => {
    const first = await ensurePostgres({ dataDir, durable: false });
    const second = await ensurePostgres({ dataDir, durable: false });
    await first.stop();
    expect(second.isRunning()).toBe(true);
    await second.stop();
    expect(second.isRunning()).toBe(false);
  });

  it("begins anew when a kill has left its data folder half made", async () => {
    const half = join(dataDir, "postgres.new-half");
    mkdirSync(join(half, "base"), { recursive: true });
    writeFileSync(join(half, "PG_VERSION"), "18\n");
    const postgres = await ensurePostgres({ dataDir, durable: false });
    expect(await ask(postgres.databaseUrl("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).filter((name) => name.includes(".new-"))).toEqual([]);
    await postgres.stop();
  });

  it("is not misled by a stranger that got a dead server's process number", async () => {
    const before = await ensurePostgres({ dataDir, durable: false });
    const url = before.databaseUrl("postgres");
    await kill(before.postmasterPid);
    const pidFile = join(dataDir, "postgres", "postmaster.pid");
    const lines = readFileSync(pidFile, "utf8").split("\n");
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
    const after = await ensurePostgres({ dataDir, durable: false });
    expect(after.postmasterPid).not.toBe(process.pid);
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await after.stop();
    await before.stop();
  });

  it("refuses a folder that holds something else, and says which", async () => {
    mkdirSync(join(dataDir, "postgres"));
    writeFileSync(join(dataDir, "postgres", "letter.txt"), "mine");
    await expect(ensurePostgres({ dataDir, durable: false })).rejects.toThrow(
      /no PostgreSQL database/,
    );
    rmSync(join(dataDir, "postgres"), { recursive: true });
  });

  it("speaks UTF-8, tells letters from signs and listens on this machine alone", async () => {
    const postgres = await ensurePostgres({ dataDir, durable: false });
    const rows = await ask(
      postgres.databaseUrl("postgres"),
      "SELECT to_tsvector('french', '«exportées»')::text AS words, lower('ÉÀ') AS lower, current_setting('listen_addresses') AS listens",
    );
    expect(rows).toEqual([{ words: "'export':1", lower: "éà", listens: "127.0.0.1" }]);
    await postgres.stop();
  });
});
