// A lease is a small file that names a living process. It outlives `kill -9` without harm: whoever finds one checks
// that the process it names still runs (pid and start time, since pids are used again) and takes it over if not.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** When a process started, as an opaque text to compare; null when it does not run (a zombie does not). */
export function processStart(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    const stat = readText(`/proc/${pid}/stat`);
    if (stat === null) return null;
    // The command, in brackets, may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : fields[19];
  }
  try {
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], options).trim() || null;
  } catch {
    return null;
  }
}

/** Who this process is, to be told apart from a later one with the same pid. */
export function thisProcess() {
  return { pid: process.pid, started: processStart(process.pid) };
}

export function isRunning(who) {
  const started = processStart(who.pid);
  return started !== null && started === who.started;
}

/** Who holds a lease: null when nobody alive does. */
export function readHolder(path) {
  const holder = parse(readText(path));
  return holder !== null && isRunning(holder) ? holder : null;
}

/**
 * Takes a lease or names who has it. `details` are kept in the file for others to read;
 * `tell` changes them later.
 * Of several who find a dead holder, one alone may clear it away: the one with the lease on that clearing.
 */
export function claim(path, details = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const me = { ...thisProcess(), ...details };
  for (;;) {
    if (linkWhole(path, JSON.stringify(me))) return holding(path, me);
    const text = readText(path);
    if (text === null) continue;
    const holder = parse(text);
    if (holder !== null && isRunning(holder)) return { holder, release: () => {}, tell: () => {} };
    const clearing = claim(
      `${path}.${holder === null ? "unreadable" : `${holder.pid}-${holder.started}`.replaceAll(/[^\w-]/g, "_")}`,
    );
    if (clearing.holder === null) {
      if (readText(path) === text) rmSync(path, { force: true });
      clearing.release();
    }
  }
}

function holding(path, me) {
  return {
    holder: null,
    release: () => rmSync(path, { force: true }),
    tell: (details) => {
      const draft = draftName(path);
      writeFileSync(draft, JSON.stringify({ ...me, ...details }), { mode: 0o600 });
      renameSync(draft, path);
    },
  };
}

/** Runs `work` while holding the lease; waits for it as long as it takes, and says so once. */
export async function withLease(path, work, onWait = () => {}) {
  let told = false;
  for (;;) {
    const lease = claim(path);
    if (lease.holder === null) {
      try {
        return await work();
      } finally {
        lease.release();
      }
    }
    if (!told) onWait(lease.holder);
    told = true;
    await sleep(50);
  }
}

/** Puts a living process on a list (a folder of leases); the answer takes it off again. */
export function enlist(folder, details = {}) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${process.pid}-${randomBytes(4).toString("hex")}`);
  linkWhole(path, JSON.stringify({ ...thisProcess(), ...details }));
  return () => rmSync(path, { force: true });
}

/** The living processes on such a list; what the dead left is cleared away. */
export function listHolders(folder) {
  const holders = [];
  for (const name of readFolder(folder)) {
    const path = join(folder, name);
    const holder = readHolder(path);
    if (holder === null) rmSync(path, { force: true });
    else holders.push(holder);
  }
  return holders;
}

function linkWhole(path, text) {
  const draft = draftName(path);
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function draftName(path) {
  return join(dirname(path), `.draft-${process.pid}-${randomBytes(4).toString("hex")}`);
}

function readFolder(folder) {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith(".draft-"));
  } catch {
    return [];
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // ESRCH: a process that ended while its file under /proc was being read.
    if (error.code === "ENOENT" || error.code === "ESRCH" || error.code === "ENOTDIR") return null;
    throw error;
  }
}

function parse(text) {
  try {
    const holder = JSON.parse(text ?? "");
    return typeof holder?.pid === "number" ? holder : null;
  } catch {
    return null;
  }
}
