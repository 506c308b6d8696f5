import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "#lib/launcher/paths.mjs";

export type Worker = { kill: () => Promise<void> };

/** A worker on the database that DATABASE_URL names. `kill` is kill -9: nothing is tidied up. */
export function startWorker(): Worker {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/jobs/worker.ts")],
    { env: process.env, stdio: ["ignore", "ignore", "inherit"] },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Asks again and again until the answer is there. */
export async function until<Answer>(
  ask: () => Promise<Answer | null | undefined | false>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await sleep(20);
  }
}
