// npm run bench [-- NAME …]: the benchmarks, on a PostgreSQL of their own; what runs is not disturbed.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApart } from "./build-apart.mjs";
import { whileHoldingClone } from "./clone.mjs";
import { dataFolder, root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runApart } from "./run-apart.mjs";
import { runToExit, say } from "./say.mjs";

const distDir = ".next-bench";
const wanted = process.argv.slice(2);
/** Those that need no web server. */
const buildless = ["import", "import-million", "pull", "writers", "undo", "matcher", "mail"];

/** Those that need no database either: they read files that they are given. */
const ofFiles = ["duplicates", "assignment", "ask"];

/** Those that read the company's own database, and change nothing in it. */
const ofCompany = ["judgement"];

async function runBenchmarks() {
  const folder = join(root, "tests", "benchmarks");
  if (ofCompany.includes(wanted[0])) {
    await whileHoldingClone(generate);
    return await runOnCompany(join(folder, "matching", "main.ts"));
  }
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

async function runOnCompany(program) {
  const { openCompanyDatabase } = await import("../../prisma/company-database.ts");
  const database = await openCompanyDatabase({
    dataDir: dataFolder(),
    externalUrl: process.env.DATABASE_URL,
    say,
  });
  try {
    process.env.DATABASE_URL = database.url;
    return await runApart(program, distDir);
  } finally {
    await database.stop();
  }
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runBenchmarks));
process.exit();
