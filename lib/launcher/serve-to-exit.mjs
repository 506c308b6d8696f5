import { fileURLToPath } from "node:url";
import { onPinnedNode } from "./pinned-node.mjs";
import { runToExit } from "./say.mjs";
import { serve } from "./serve.mjs";
import { readSettings } from "./settings.mjs";

/** The whole of a start; `script` is the address of the program that was started. Does not return. */
export async function serveToExit(mode, script) {
  await runToExit(() => {
    const settings = readSettings();
    return onPinnedNode(fileURLToPath(script), () => serve(mode, settings));
  });
  process.exit();
}
