import { childEnvironment, runCommand } from "./command.mjs";
import { packageFile, pinnedNode } from "./paths.mjs";

/** A build in a folder of its own: one that serves is not disturbed. */
export async function buildApart(distDir) {
  const env = childEnvironment({ NODE_ENV: "production", NEXT_DIST_DIR: distDir });
  await runCommand("next build", pinnedNode, [packageFile("next/dist/bin/next"), "build"], env);
}
