// Whoever started us (npm, and the shell it uses) may be killed without a word; then we are to stop as well.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isRunning, processStart } from "./lease.mjs";

/** The parent, and under npm the parent's parent: npm runs its scripts in a shell. As they were when we started. */
export const parents = findParents();

function findParents() {
  const pids = [process.ppid];
  if (process.env.npm_lifecycle_event !== undefined) pids.push(parentOf(process.ppid));
  return pids.filter((pid) => pid > 1).map((pid) => ({ pid, started: processStart(pid) }));
}

export function areRunning(processes) {
  return processes.every(isRunning);
}

/** Calls `leave` once when one of the parents has ended; the answer ends the watch. Does not keep this process alive. */
export function watchParents(leave) {
  const timer = setInterval(() => {
    if (areRunning(parents)) return;
    clearInterval(timer);
    leave();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
}

function parentOf(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    }
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return 0;
  }
}
