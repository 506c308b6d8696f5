// npm run test:faults [-- --kills 200 --seed 7]: kills what runs during imports, on a PostgreSQL of its own.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApart } from "./build-apart.mjs";
import { whileHoldingClone } from "./clone.mjs";
import { root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runApart } from "./run-apart.mjs";
import { runToExit } from "./say.mjs";

const distDir = ".next-test";

async function runFaults() {
  await whileHoldingClone(async () => {
    await generate();
    await buildApart(distDir);
  });
  return await runApart(join(root, "tests", "faults", "main.ts"), distDir);
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runFaults));
process.exit();
