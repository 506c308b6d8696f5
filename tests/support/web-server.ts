import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "#lib/launcher/paths.mjs";
import { freePort } from "#tests/support/free-port.ts";

export type WebServer = { url: string; pid: number; stop: () => Promise<void> };

/**
 * The web server of a production build, alone, on a database that is there. `settings` go into its environment.
 * @throws an Error when there is no build in the folder that NEXT_DIST_DIR names
 */
export async function startWebServer(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<WebServer> {
  const distDir = process.env.NEXT_DIST_DIR ?? ".next-test";
  if (!existsSync(join(root, distDir, "BUILD_ID")))
    throw new Error(
      `There is no production build in ${distDir}: NEXT_DIST_DIR=${distDir} npx next build`,
    );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: root,
    stdio: ["ignore", "ignore", "ignore"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NEXTAUTH_URL: url,
      NEXT_DIST_DIR: distDir,
      ...settings,
    },
  });
  try {
    await answers(child, `${url}/sign-in`);
  } catch (error) {
    await end(child);
    throw error;
  }
  return { url, pid: child.pid ?? 0, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 1800; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the web server ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${address} does not answer`);
}
