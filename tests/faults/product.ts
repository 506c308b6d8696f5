import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hashPassword } from "#lib/auth/password.ts";
import { createDatabase } from "#lib/db.ts";
import { root } from "#lib/launcher/paths.mjs";
import { ensureDatabase, ensurePostgres } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { castOn } from "#tests/support/cast.ts";
import { freePort } from "#tests/support/free-port.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { keepProcess } from "./kept-process.ts";

/** What is killed. */
export const victims = ["worker", "web server", "postmaster"] as const;
export type Victim = (typeof victims)[number];

export type Product = {
  url: string;
  cookie: string;
  databaseUrl: string;
  /** kill -9; answers when the process is gone. It comes back by itself, as under npm start. */
  kill: (victim: Victim) => Promise<void>;
  /** The worker's process. */
  workerPid: () => number;
  stop: () => Promise<void>;
};

// As lib/launcher: a worker comes back a second later, PostgreSQL is looked after twice a second. A web server that
// ends ends npm start; whoever runs that for good starts it again.
const workerPauseMs = 1000;
const webPauseMs = 500;
const lookEveryMs = 500;

const person = { email: "ines.belkacem@soupape.example", password: "a password for faults" };

/** The whole product on a durable PostgreSQL of its own. NEXT_DIST_DIR names a production build. */
export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "tribune-faults-"));
  let postgres = await ensurePostgres({ dataDir });
  await ensureDatabase(postgres, "tribune");
  const databaseUrl = postgres.url;
  await migrate(databaseUrl);
  await fill(databaseUrl);
  let isLeaving = false;
  const looking = (async () => {
    while (!isLeaving) {
      await sleep(lookEveryMs);
      if (isLeaving || postgres.isRunning()) continue;
      const before = postgres;
      postgres = await ensurePostgres({ dataDir });
      await before.stop();
    }
  })();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: url,
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
    NEXT_TELEMETRY_DISABLED: "1",
    TRIBUNE_DATA_DIR: dataDir,
  };
  const next = join(root, "node_modules/next/dist/bin/next");
  const web = keepProcess([next, "start", "-p", String(port), "-H", "127.0.0.1"], env, webPauseMs);
  const worker = keepProcess(
    ["--conditions=react-server", join(root, "lib/jobs/worker.ts")],
    env,
    workerPauseMs,
  );
  const stop = async () => {
    isLeaving = true;
    await looking;
    await Promise.all([web.stop(), worker.stop()]);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const cookie = await comes(() => signIn(url, person)).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    ...{ url, cookie, databaseUrl, workerPid: worker.pid, stop },
    kill: async (victim) => {
      if (victim === "worker") return await worker.kill();
      if (victim === "web server") return await web.kill();
      const killed = postgres;
      process.kill(killed.postmasterPid, "SIGKILL");
      while (killed.isRunning()) await sleep(5);
    },
  };
}

async function fill(databaseUrl: string): Promise<void> {
  // The cast asks for the process's own database.
  process.env.DATABASE_URL = databaseUrl;
  const database = createDatabase(databaseUrl, 2);
  await castOn(database);
  await database.person.updateMany({ data: { passwordHash: await hashPassword(person.password) } });
  await database.$disconnect();
}

/** Tries until it succeeds, for a minute. */
async function comes<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 300) throw error;
      await sleep(200);
    }
  }
}
