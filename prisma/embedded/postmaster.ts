import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isRunning, processStart } from "#lib/launcher/lease.mjs";

/** A PostgreSQL that runs on a data folder, as its postmaster.pid tells and its process confirms. */
export type Postmaster = { pid: number; started: string; port: number; status: string };

/**
 * What postmaster.pid of a data folder says: the server that runs on it, null when none does, or the pid of a process
 * that got a dead server's number and is something else.
 */
export function findPostmaster(cluster: string): Postmaster | { mistakenPid: number } | null {
  const lines = readLines(join(cluster, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const started = processStart(pid);
  if (started === null) return null;
  if (!isServerOf(cluster, pid, Number(lines[2]))) return { mistakenPid: pid };
  return { pid, started, port: Number(lines[3]), status: (lines[7] ?? "").trim() };
}

export function isPostmasterRunning(postmaster: Postmaster): boolean {
  return isRunning(postmaster);
}

function isServerOf(cluster: string, pid: number, startedAt: number): boolean {
  // A server works inside its data folder. Who may not look (another user's process) goes by the start time instead.
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    const began = processBegan(pid);
    return began === null || Math.abs(began - startedAt) <= 5;
  }
}

/** When a process began, in seconds since 1970. */
function processBegan(pid: number): number | null {
  const started = processStart(pid);
  if (started === null) return null;
  if (process.platform !== "linux") return Date.parse(started) / 1000;
  const boot = readLines("/proc/stat").find((line) => line.startsWith("btime "));
  const ticksPerSecond = 100;
  return boot === undefined ? null : Number(boot.slice(6)) + Number(started) / ticksPerSecond;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
