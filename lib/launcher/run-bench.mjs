// npm run bench [-- NAME …]: the benchmarks, on a PostgreSQL of their own; what runs is not disturbed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment } from "./command.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runToExit } from "./say.mjs";

async function runBenchmarks() {
  await whileHoldingClone(generate);
  return await new Promise((resolve, reject) => {
    const args = [
      "--conditions=react-server",
      join(root, "tests", "benchmarks", "main.ts"),
      ...process.argv.slice(2),
    ];
    const child = spawn(pinnedNode, args, { cwd: root, env: childEnvironment(), stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runBenchmarks));
process.exit();
