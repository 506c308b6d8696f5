// The processes that serve: one for the web, one worker, one matcher. They end with the launcher, however it ends.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endWithParent, withStarter } from "./command.mjs";
import { packageFile, pinnedNode, root } from "./paths.mjs";
import { Refusal } from "./say.mjs";

export function startWeb(mode, host, port, env) {
  const next = packageFile("next/dist/bin/next");
  return startChild([next, mode === "dev" ? "dev" : "start", "-H", host, "-p", String(port)], env);
}

/**
 * Keeps the worker or the matcher running: one that dies gets a successor, after a pause that grows while they die
 * young.
 */
export function keepRunning(name, env, say) {
  let child = null;
  let stopped = false;
  const run = async () => {
    let pause = 500;
    while (!stopped) {
      const began = performance.now();
      child = startChild(
        ["--conditions=react-server", join(root, "lib", "jobs", `${name}.ts`)],
        env,
      );
      const [code, signal] = await once(child, "exit");
      if (stopped) return;
      pause = performance.now() - began > 60_000 ? 500 : Math.min(pause * 2, 30_000);
      say(
        `The ${name} ended (${signal ?? `exit ${code}`}); another one starts in ${pause / 1000} s.`,
      );
      await sleep(pause, undefined, { ref: false });
    }
  };
  run();
  return {
    stop: async (patience) => {
      stopped = true;
      if (child !== null) await endChild(child, patience);
    },
  };
}

/** Asks a child to end and waits; after `patience` milliseconds it is killed. */
export async function endChild(child, patience) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(timer);
}

/** Waits for a port that a killed predecessor's web server may still be leaving. */
export async function waitForFreePort(host, port) {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (await isFree(host, port)) return;
    await sleep(200);
  }
  throw new Refusal(
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${Number(port) + 1} npm start`,
  );
}

/** `address` is the one that people type: by another name nothing is shown. */
export async function waitUntilServing(child, host, port, address) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(host, port, new URL(address).host)) return true;
    await sleep(50);
  }
  return false;
}

function startChild(args, env) {
  // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which then stops all in order.
  const stdio = ["ignore", "inherit", "inherit", "ipc"];
  return spawn(pinnedNode, [...endWithParent, ...args], {
    cwd: root,
    env: withStarter(env),
    stdio,
    detached: true,
  });
}

function isFree(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", () => resolve(false));
    probe.listen(Number(port), host, () => probe.close(() => resolve(true)));
  });
}

/** Whether it has shown a page: what is only listening is not ready yet. */
function answers(host, port, name) {
  const reached = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return new Promise((resolve) => {
    const asked = get({ host: reached, port, path: "/sign-in", headers: { host: name } });
    asked.setTimeout(30_000, () => asked.destroy());
    asked.on("error", () => resolve(false));
    asked.on("response", (answer) => {
      answer.resume();
      answer.on("close", () => resolve(true));
    });
  });
}
