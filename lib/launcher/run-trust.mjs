// npm run test:trust: what holds whatever people do, at full size; SEQUENCES and SEED are read by the test.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment, runCommand } from "./command.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runToExit } from "./say.mjs";

async function runTrust() {
  await whileHoldingClone(generate);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--project", "integration", "tests/integration/trust"];
  const env = childEnvironment({ SEQUENCES: process.env.SEQUENCES || "2000" });
  await runCommand("The walls", pinnedNode, args, env);
  return 0;
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runTrust));
process.exit();
