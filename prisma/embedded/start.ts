import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processStart } from "#lib/launcher/lease.mjs";
import { postgresEnvironment } from "./environment.ts";
import { writeWhole } from "./kept-file.ts";
import type { Place } from "./place.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";

const ATTEMPTS = 200;

/** Settings of every embedded server: this machine only, by password only, and fit for imports of some size. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "shared_buffers=256MB",
  "max_wal_size=2GB",
];

/**
 * The server that runs on this data folder, else a new one, detached from this process so that it outlives it.
 * The port is the one used last when it is free, so that addresses which others hold stay true.
 */
export async function adoptOrStart(
  place: Place,
  folder: string,
  settings: string[],
): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  let port = await freePort(rememberedPort(folder));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await settle(place.cluster);
    if (found !== null && "pid" in found) return { postmaster: found, adopted: true };
    const outcome = await start(place, folder, port, settings, found?.mistakenPid);
    if (typeof outcome !== "string") {
      writeWhole(join(folder, "postgres-port"), `${port}\n`);
      return { postmaster: outcome, adopted: false };
    }
    if (/could not (bind|create any TCP)/.test(outcome)) port = await freePort(null);
    // What a killed server's children still hold is theirs for a moment; and another server may have been quicker.
    else if (!/shared memory block|postmaster\.pid" already exists/.test(outcome)) {
      throw new Error(
        `PostgreSQL did not start: ${outcome.trim().split("\n").slice(-8).join("\n")}`,
      );
    }
    await sleep(200);
  }
  throw new Error("PostgreSQL did not start: what a killed server left behind is still running.");
}

/** Waits until the server found on the folder is ready, or gone (it may be starting, or stopping). */
async function settle(cluster: string): Promise<ReturnType<typeof findPostmaster>> {
  for (;;) {
    const found = findPostmaster(cluster);
    if (found === null || "mistakenPid" in found || found.status === "ready") return found;
    await sleep(25);
  }
}

async function start(
  place: Place,
  folder: string,
  port: number,
  settings: string[],
  mistakenPid: number | undefined,
): Promise<Postmaster | string> {
  const logPath = join(folder, "postgres.log");
  if (existsSync(logPath)) renameSync(logPath, join(folder, "postgres.previous.log"));
  const log = openSync(logPath, "a", 0o600);
  const options = [...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]);
  const child = spawn(
    join(place.programs, "postgres"),
    ["-D", place.cluster, "-p", String(port), ...options],
    {
      ...place.account,
      cwd: "/",
      detached: true,
      // PostgreSQL takes a postmaster.pid for stale when its pid is dead or its own grandparent's; this is how it is
      // told that a stranger now has that number, without losing its check for surviving children.
      env: postgresEnvironment(
        mistakenPid === undefined ? {} : { PG_GRANDPARENT_PID: String(mistakenPid) },
      ),
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  let ended = false;
  child.on("error", () => {
    ended = true;
  });
  child.on("exit", () => {
    ended = true;
  });
  child.unref();
  for (;;) {
    const found = findPostmaster(place.cluster);
    if (found !== null && "pid" in found && found.pid === child.pid && found.status === "ready")
      return found;
    if (ended || child.pid === undefined || processStart(child.pid) === null)
      return readFileSync(logPath, "utf8");
    await sleep(10);
  }
}

function rememberedPort(folder: string): number | null {
  const path = join(folder, "postgres-port");
  const port = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
  return port > 0 ? port : null;
}

/** The wanted port when nothing listens on it, else any free one. */
function freePort(wanted: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", (error) => {
      if (wanted === null) reject(error);
      else freePort(null).then(resolve, reject);
    });
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("No free port on this machine."));
      });
    });
  });
}
