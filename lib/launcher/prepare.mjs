// Generates and builds, each only when its sources differ from those of the last time.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment, endWithParent, runCommand } from "./command.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { readStamp, refuseUnderServer, writeStamp } from "./install.mjs";
import { packageFile, pinnedNode, root } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

const generated = join(root, "lib", "generated", "prisma");
const generatedStamp = join(root, "node_modules", ".tribune", "generated");
const buildId = join(root, ".next", "BUILD_ID");
const buildStamp = join(root, ".next", "tribune-sources");

const buildSources = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];

/** The Prisma client. To be called while holding the clone's lease. */
export async function generate() {
  const wanted = fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (existsSync(join(generated, "client.ts")) && readStamp(generatedStamp) === wanted) return;
  say("Generating the database client …");
  rmSync(generatedStamp, { force: true });
  const prisma = join(root, "node_modules", "prisma", "build", "index.js");
  const env = childEnvironment({ PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" });
  await runCommand(
    "prisma generate",
    pinnedNode,
    [...endWithParent, prisma, "generate", "--no-hints"],
    env,
  );
  writeStamp(generatedStamp, wanted);
}

/** The production build in .next. To be called while holding the clone's lease. */
export async function build() {
  const wanted = fingerprint(buildSources, (path) => path.startsWith(join("lib", "generated")));
  if (existsSync(buildId) && readStamp(buildStamp) === wanted) return;
  refuseUnderServer("build again, since the sources have changed");
  say("Building …");
  rmSync(buildStamp, { force: true });
  rmSync(buildId, { force: true });
  const { NEXT_DIST_DIR: _elsewhere, ...env } = childEnvironment({ NODE_ENV: "production" });
  await runCommand(
    "next build",
    pinnedNode,
    [...endWithParent, packageFile("next/dist/bin/next"), "build"],
    env,
  );
  // next build has been seen to end well without having built anything.
  if (!existsSync(buildId))
    throw new Refusal("next build ended without a build. What it said stands above; start again.");
  writeStamp(buildStamp, wanted);
}
