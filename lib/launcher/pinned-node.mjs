// Tribune runs on the Node.js that it pins; whatever the machine has only starts it.
import { spawn } from "node:child_process";
import { whileHoldingClone } from "./clone.mjs";
import { install } from "./install.mjs";
import { watchParents } from "./parents.mjs";
import { pinnedNode } from "./paths.mjs";

const PINNED_MAJOR = 24;

/**
 * Installs what is missing, then runs `work` on the pinned Node.js: here when this is it, else in a child that gets
 * the same arguments and streams and ends with us. Answers with the exit code.
 */
export async function onPinnedNode(script, work) {
  if (process.env.TRIBUNE_INSTALLED !== String(process.ppid)) await whileHoldingClone(install);
  if (Number(process.versions.node.split(".")[0]) >= PINNED_MAJOR) return await work();
  return await runAgain(script);
}

function runAgain(script) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TRIBUNE_INSTALLED: String(process.pid) };
    const options = { env, stdio: ["inherit", "inherit", "inherit", "ipc"] };
    const child = spawn(
      pinnedNode,
      [...process.execArgv, script, ...process.argv.slice(2)],
      options,
    );
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    watchParents(() => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
