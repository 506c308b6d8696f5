import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "#lib/auth/password.ts";
import { db } from "#lib/db.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { ensureDatabase, ensurePostgres } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { asApp } from "#tests/support/as-app.ts";
import { castOn } from "#tests/support/cast.ts";
import { freePort } from "#tests/support/free-port.ts";

// The whole product for one browser worker: a PostgreSQL, a database with the cast in it, the web server and the
// worker. Says where it is in one line of JSON, and goes when its standard input closes.

export const castPassword = "a password for tests";

const root = join(import.meta.dirname, "../..");
const dataDir = mkdtempSync(join(tmpdir(), "tribune-e2e-"));
const postgres = await ensurePostgres({ dataDir, durable: false });
await ensureDatabase(postgres, "tribune");
await migrate(postgres.url);

// As the product does: the app owns none of it.
const databaseUrl = await asApp(postgres.url);
process.env.DATABASE_URL = databaseUrl;
const cast = await castOn(db());
await db().person.updateMany({ data: { passwordHash: await hashPassword(castPassword) } });

const port = process.env.TRIBUNE_E2E_PORT ? Number(process.env.TRIBUNE_E2E_PORT) : await freePort();
const url = `http://127.0.0.1:${port}`;
const environment = {
  ...process.env,
  NODE_ENV: "production" as const,
  DATABASE_URL: databaseUrl,
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  NEXTAUTH_URL: url,
  NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
  TRIBUNE_DATA_DIR: dataDir,
  NEXT_TELEMETRY_DISABLED: "1",
};
const next = join(root, "node_modules/next/dist/bin/next");
const children = [
  start([next, "start", "-p", String(port), "-H", "127.0.0.1"]),
  start(["--conditions=react-server", join(root, "lib/jobs/worker.ts")]),
];

await answers(`${url}/sign-in`);
console.log(JSON.stringify({ url, databaseUrl: postgres.url, id: cast.id }));

process.stdin.resume();
process.stdin.on("end", () => void leave());
process.on("SIGTERM", () => void leave());

async function leave() {
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(
    children.map((child) => child.exitCode ?? new Promise((end) => child.once("exit", end))),
  );
  await stillBell();
  await db().$disconnect();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}

function start(command: string[]) {
  return spawn(process.execPath, command, { cwd: root, env: environment, stdio: ["ignore", 2, 2] });
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 1800; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
}
