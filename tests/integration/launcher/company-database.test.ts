import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processStart } from "#lib/launcher/lease.mjs";
import { openCompanyDatabase } from "#prisma/company-database.ts";

let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tribune-company-"));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Ends the server as a power cut would. */
async function killServer() {
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  while (processStart(pid) !== null) await sleep(10);
}

describe("Opening the company's database", () => {
  it("begins the sample again when PostgreSQL is killed in the middle of it", async () => {
    let attempts = 0;
    const seed = async (url: string) => {
      attempts += 1;
      await ask(url, "INSERT INTO setting (id, value) VALUES ('made', '1')");
      if (attempts > 1) return;
      await killServer();
      throw new Error("the connection is gone");
    };
    const database = await openCompanyDatabase({
      dataDir,
      externalUrl: undefined,
      seed,
      say: () => {},
    });
    expect(attempts).toBe(2);
    expect(database.hasSample).toBe(true);
    const found = await ask(
      database.url,
      "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1",
    );
    expect(found).toEqual([{ datname: "postgres" }, { datname: "tribune" }]);
    await database.stop();
  });

  it("keeps an empty database that somebody looks into when the sample is ready", async () => {
    const options = { dataDir, externalUrl: undefined, say: () => {} };
    await (await openCompanyDatabase({ ...options, seed: undefined })).stop();
    const said: string[] = [];
    let inside: Client | undefined;
    const database = await openCompanyDatabase({
      ...options,
      seed: async (url) => {
        inside = new Client({ connectionString: url.replace("tribune_sample", "tribune") });
        await inside.connect();
      },
      say: (line) => said.push(line),
    });
    expect(database.hasSample).toBe(false);
    expect(said.at(-1)).toContain("kept as it is");
    await inside?.end();
    await database.stop();
  });

  it("gives up at a failure of the sample's own, and leaves no server behind", async () => {
    const seed = async () => {
      throw new Error("no such person");
    };
    const options = { dataDir, externalUrl: undefined, seed, say: () => {} };
    await expect(openCompanyDatabase(options)).rejects.toThrow("no such person");
    expect(() => readFileSync(join(dataDir, "postgres", "postmaster.pid"))).toThrow("ENOENT");
  });
});
