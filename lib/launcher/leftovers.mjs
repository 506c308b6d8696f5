// What a killed launcher had running (npm ci, a build) ends by itself, but not at once: who comes next waits for it.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { enlist, isRunning, listHolders, processStart, thisProcess } from "./lease.mjs";
import { cloneFolder } from "./paths.mjs";

/** Puts a command that we have just started on the list; the answer takes it off again. */
export function listCommand(pid, folder = commandsFolder()) {
  return enlist(folder, { pid, started: processStart(pid), starter: thisProcess() });
}

/** Ends the commands whose starter is gone, their whole process groups, and waits until they are. */
export async function endLeftovers(folder = commandsFolder()) {
  const orphans = listHolders(folder).filter(({ starter }) => !isRunning(starter));
  for (const orphan of orphans) {
    for (let waited = 0; isRunning(orphan); waited += 1) {
      if (waited === 0) signalGroup(orphan.pid, "SIGTERM");
      if (waited === 100) signalGroup(orphan.pid, "SIGKILL");
      await sleep(50);
    }
  }
}

function commandsFolder() {
  return join(cloneFolder, "commands");
}

export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}
