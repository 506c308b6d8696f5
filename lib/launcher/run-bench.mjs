// npm run bench [-- NAME …]: the benchmarks, on a PostgreSQL of their own; what runs is not disturbed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment, runCommand } from "./command.mjs";
import { packageFile, pinnedNode, root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runToExit } from "./say.mjs";

const distDir = ".next-bench";
const wanted = process.argv.slice(2);

async function runBenchmarks() {
  await whileHoldingClone(async () => {
    await generate();
    if (wanted.length === 0 || wanted.some((name) => name !== "import")) await build();
  });
  return await new Promise((resolve, reject) => {
    const args = [
      "--conditions=react-server",
      join(root, "tests", "benchmarks", "main.ts"),
      ...wanted,
    ];
    const env = childEnvironment({ NEXT_DIST_DIR: distDir });
    const child = spawn(pinnedNode, args, { cwd: root, env, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/** A build of the benchmarks' own: one that serves is not disturbed. */
async function build() {
  const env = childEnvironment({ NODE_ENV: "production", NEXT_DIST_DIR: distDir });
  await runCommand("next build", pinnedNode, [packageFile("next/dist/bin/next"), "build"], env);
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runBenchmarks));
process.exit();
