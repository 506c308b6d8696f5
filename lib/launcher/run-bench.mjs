// npm run bench [-- NAME …]: the benchmarks, on a PostgreSQL of their own; what runs is not disturbed.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApart } from "./build-apart.mjs";
import { whileHoldingClone } from "./clone.mjs";
import { root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runApart } from "./run-apart.mjs";
import { runToExit } from "./say.mjs";

const distDir = ".next-bench";
const wanted = process.argv.slice(2);
/** Those that need no web server. */
const buildless = ["import", "import-million", "pull", "writers", "undo"];

/** Those that need no database either: they read files that they are given. */
const ofFiles = ["duplicates", "assignment"];

async function runBenchmarks() {
  const folder = join(root, "tests", "benchmarks");
  if (ofFiles.includes(wanted[0])) {
    await whileHoldingClone(generate);
    return await runApart(join(folder, "matching", "main.ts"), distDir);
  }
  await whileHoldingClone(async () => {
    await generate();
    if (wanted.length === 0 || wanted.some((name) => !buildless.includes(name)))
      await buildApart(distDir);
  });
  return await runApart(join(folder, "main.ts"), distDir);
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runBenchmarks));
process.exit();
