// Runs a program to its end, its output on our standard error.
import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { listCommand, signalGroup } from "./leftovers.mjs";
import { watchParents } from "./parents.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { Interruption, Refusal } from "./say.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** What every Node.js that we start loads first: it ends with us, however we end. */
export const endWithParent = [
  "--import",
  pathToFileURL(join(root, "lib", "launcher", "end-with-parent.mjs")).href,
];

/**
 * Answers when it has ended well; throws a Refusal naming `what` otherwise, an Interruption when we are told to stop.
 * It runs in a process group of its own, which ends as a whole: with it, with a signal to us, or with whoever started
 * us. Give `endWithParent` to a Node.js, and a `kill -9` of this process ends it too.
 */
export function runCommand(what, program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", 2, 2, "ipc"];
    const options = { cwd: root, env: withStarter(env), stdio, detached: true };
    const child = spawn(program, args, options);
    const strike = child.pid === undefined ? () => {} : listCommand(child.pid);
    let isStopped = false;
    let timer;
    const stop = () => {
      isStopped = true;
      signalGroup(child.pid, "SIGTERM");
      timer ??= setTimeout(() => signalGroup(child.pid, "SIGKILL"), 2000);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    const unwatch = watchParents(stop);
    const tidy = () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      unwatch();
      clearTimeout(timer);
      strike();
    };
    child.on("error", (error) => {
      tidy();
      reject(new Refusal(`${what} could not start: ${error.message}`));
    });
    child.on("exit", (code, signal) => {
      tidy();
      signalGroup(child.pid, "SIGKILL");
      if (isStopped) reject(new Interruption());
      else if (code === 0) resolve();
      else
        reject(
          new Refusal(`${what} failed (${signal ?? `exit ${code}`}). What it said stands above.`),
        );
    });
  });
}

/** The environment of what we start: the pinned Node.js comes first on the path. */
export function childEnvironment(extra = {}) {
  const path = `${dirname(pinnedNode)}${delimiter}${process.env.PATH ?? ""}`;
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

/** Tells `endWithParent` whose child it is in. */
export function withStarter(env) {
  return { ...env, TRIBUNE_STARTER: String(process.pid) };
}
