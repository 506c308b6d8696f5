import { spawn } from "node:child_process";
import { childEnvironment } from "./command.mjs";
import { pinnedNode } from "./paths.mjs";

/** Runs a TypeScript program of ours beside what serves, with this process's arguments. Answers with its exit code. */
export function runApart(program, distDir) {
  return new Promise((resolve, reject) => {
    const args = ["--conditions=react-server", program, ...process.argv.slice(2)];
    const env = childEnvironment({ NEXT_DIST_DIR: distDir });
    const child = spawn(pinnedNode, args, { env, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
