import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { postgresEnvironment } from "./environment.ts";
import type { Place } from "./place.ts";
import { EmbeddedRefusal } from "./refusal.ts";

/**
 * Makes the data folder when there is none: in a scratch folder that gets its name once it is whole, so that what a
 * kill left half done is never taken for a database.
 */
export async function initialise(place: Place, password: string, sync: boolean): Promise<void> {
  const { cluster, account } = place;
  clearScratch(cluster);
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new EmbeddedRefusal(
      `${cluster} holds something that is no PostgreSQL database. Move it away, or name another folder in TRIBUNE_DATA_DIR.`,
    );
  }
  const scratch = `${cluster}.new-${randomUUID()}`;
  const passwordFile = `${scratch}.password`;
  mkdirSync(scratch, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== null) {
    chownSync(scratch, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  // The character classes that full-text search reads come from the C library: with plain C, every sign beyond ASCII
  // would count as a letter.
  const characters = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  await runInitdb(place, [
    `--pgdata=${scratch}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--locale=${characters}`,
    "--lc-messages=C",
    ...(sync ? [] : ["--no-sync"]),
  ]);
  rmSync(passwordFile, { force: true });
  rmSync(cluster, { recursive: true, force: true });
  renameSync(scratch, cluster);
}

function clearScratch(cluster: string): void {
  if (!existsSync(dirname(cluster))) return;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function runInitdb(place: Place, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const initdb = spawn(join(place.programs, "initdb"), args, {
      ...place.account,
      cwd: "/",
      env: postgresEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    initdb.stdout.on("data", keep);
    initdb.stderr.on("data", keep);
    initdb.on("error", reject);
    initdb.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb failed (${code}): ${output}`));
    });
  });
}
