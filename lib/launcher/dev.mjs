import { fileURLToPath } from "node:url";
import { onPinnedNode } from "./pinned-node.mjs";
import { runToExit } from "./say.mjs";
import { serve } from "./serve.mjs";

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), () => serve("dev")));
process.exit();
