import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "#lib/launcher/paths.mjs";

export type KeptProcess = {
  kill: () => Promise<void>;
  pid: () => number;
  stop: () => Promise<void>;
};

/** Runs a Node.js program and, when it ends, another after `pauseMs`, as whoever starts Tribune does. */
export function keepProcess(args: string[], env: NodeJS.ProcessEnv, pauseMs: number): KeptProcess {
  let stopped = false;
  let child: ChildProcess = start();

  function start(): ChildProcess {
    // What a killed PostgreSQL makes it say is no news here.
    const said = process.env.TRIBUNE_FAULTS_LOUD ? 2 : "ignore";
    const stdio: StdioOptions = ["ignore", said, said];
    const started = spawn(process.execPath, args, { cwd: root, env, stdio });
    started.once("exit", async () => {
      await sleep(pauseMs);
      if (!stopped) child = start();
    });
    return started;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  return {
    /** kill -9: nothing is tidied up. */
    kill: () => end("SIGKILL"),
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopped = true;
      await end("SIGTERM");
    },
  };
}
