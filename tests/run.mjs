// npm test: every check there is, each of them even when one before it failed, and one closing line that counts them.
// Plain JavaScript: Node 20 runs it in a fresh clone, before anything is installed.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whileHoldingClone } from "../lib/launcher/clone.mjs";
import { childEnvironment } from "../lib/launcher/command.mjs";
import { install } from "../lib/launcher/install.mjs";
import { packageFile, pinnedNode, root } from "../lib/launcher/paths.mjs";
import { generate } from "../lib/launcher/prepare.mjs";
import { Refusal, say } from "../lib/launcher/say.mjs";
import { findBrowser } from "./runner/browser.mjs";
import { countPlaywright, countVitest } from "./runner/counts.mjs";

const scratch = mkdtempSync(join(tmpdir(), "tribune-run-"));
const bin = (name) => join(root, "node_modules", ".bin", name);
const vitest = (project) => [
  join(root, "node_modules", "vitest", "vitest.mjs"),
  "run",
  "--project",
  project,
];

/** Our own database, ports and build only: what the caller's environment says of theirs is left out. */
function testEnvironment(browser) {
  const env = childEnvironment({
    NEXT_DIST_DIR: ".next-test",
    // Hundreds of our processes are started: each but the first finds its TypeScript compiled.
    NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
    ...(browser === null ? {} : { TRIBUNE_CHROMIUM: browser }),
  });
  for (const name of Object.keys(env)) {
    if (/^(DATABASE_URL|PORT|HOST|NODE_ENV|NEXTAUTH_.*|AUTH_OIDC_.*)$/.test(name)) delete env[name];
    if (/^TRIBUNE_/.test(name) && name !== "TRIBUNE_CHROMIUM") delete env[name];
  }
  return env;
}

function listStages() {
  const unit = join(scratch, "unit.json");
  const tab = join(scratch, "tab.json");
  const integration = join(scratch, "integration.json");
  const browser = join(scratch, "browser.json");
  const reporters = (file) => [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const statements = join(scratch, "statements");
  mkdirSync(statements);
  const atRoot = ["instrumentation.ts", "next.config.js", "postcss.config.mjs", "prisma.config.ts"];
  const cruised = ["app", "components", "lib", "prisma", "tests", ...atRoot];
  const playwright = [packageFile("@playwright/test/cli"), "test", "--reporter=list,json"];
  return [
    { name: "format", command: [bin("biome"), "format", "."] },
    { name: "lint", command: [bin("biome"), "lint", "."] },
    { name: "types", command: [bin("tsc"), "--noEmit"] },
    {
      name: "import rules",
      command: [bin("depcruise"), "--config", ".dependency-cruiser.cjs", ...cruised],
    },
    {
      name: "unit tests",
      command: [pinnedNode, ...vitest("unit"), ...reporters(unit)],
      count: () => countVitest(unit),
    },
    {
      name: "tab tests",
      command: [pinnedNode, ...vitest("tab"), ...reporters(tab)],
      count: () => countVitest(tab),
    },
    {
      name: "production build",
      command: [pinnedNode, packageFile("next/dist/bin/next"), "build"],
      env: { NODE_ENV: "production" },
    },
    {
      name: "integration tests",
      command: [pinnedNode, ...vitest("integration"), ...reporters(integration)],
      env: { TRIBUNE_STATEMENTS: statements },
      count: () => countVitest(integration),
    },
    {
      name: "browser tests",
      command: [pinnedNode, ...playwright],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser, TRIBUNE_STATEMENTS: statements },
      count: () => countPlaywright(browser),
    },
    {
      name: "statements",
      command: [
        pinnedNode,
        "--conditions=react-server",
        join(root, "tests/runner/statements.ts"),
        statements,
      ],
    },
  ];
}

async function runStage(stage, env) {
  say(`\n── ${stage.name} ──`);
  const began = performance.now();
  const code = await run(stage.command, { ...env, ...stage.env });
  const counted = stage.count?.() ?? { passed: 0, failed: 0 };
  // A check counts as one. A test runner counts its tests, and once more when it failed without a failed test to show.
  const isSilent = stage.count !== undefined && counted.passed + counted.failed === 0;
  const failedItself = (code !== 0 && counted.failed === 0) || isSilent;
  const passedItself = stage.count === undefined && code === 0;
  const result = {
    passed: counted.passed + Number(passedItself),
    failed: counted.failed + Number(failedItself),
  };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`── ${stage.name}: ${result.failed === 0 ? "passed" : "FAILED"} (${seconds} s) ──`);
  return result;
}

function run([program, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    const stop = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
    child.on("error", (error) => {
      say(String(error));
      resolve(1);
    });
    child.on("close", (code) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.removeListener(signal, stop);
      resolve(code ?? 1);
    });
  });
}

async function main() {
  let isStopped = false;
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (isStopped = true));
  await whileHoldingClone(async () => {
    await install();
    await generate();
  });
  const env = testEnvironment(await findBrowser());
  const total = { passed: 0, failed: 0 };
  for (const stage of listStages()) {
    if (isStopped) return 130;
    const { passed, failed } = await runStage(stage, env);
    total.passed += passed;
    total.failed += failed;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Refusal ? error.message : (error.stack ?? String(error)));
  process.stdout.write("\n0 passed, 1 failed\n");
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
