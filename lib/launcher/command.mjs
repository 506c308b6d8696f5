// Runs a program to its end, its output on our standard error.
import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { pinnedNode, root } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** Answers when it has ended well; throws a Refusal naming `what` otherwise. Dies with us on a signal. */
export function runCommand(what, program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", 2, 2] });
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop);
    child.on("error", (error) => reject(new Refusal(`${what} could not start: ${error.message}`)));
    child.on("close", (code, signal) => {
      process.removeListener("SIGTERM", stop);
      if (code === 0) resolve();
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
