import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "#lib/launcher/paths.mjs";
import { freePort } from "#tests/support/free-port.ts";
import { person } from "./company.ts";
import { signIn } from "./sign-in.ts";

/** The production build serving one company, and the cookies of somebody signed in. */
export type Product = { url: string; cookie: string; pid: number; stop: () => Promise<void> };

/** @param secret the installation's, where something was sealed with it */
export async function startProduct(
  databaseUrl: string,
  secret = randomBytes(32).toString("hex"),
): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "ignore"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        DATABASE_URL: databaseUrl,
        NEXTAUTH_SECRET: secret,
        NEXTAUTH_URL: url,
        NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-bench",
      },
    },
  );
  const stop = () => end(child);
  try {
    await answers(child, `${url}/sign-in`);
    return { url, cookie: await signIn(url, person), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the web server ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${address} does not answer`);
}
