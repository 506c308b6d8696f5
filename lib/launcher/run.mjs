// npm run -s tribune -- <command>: finds or starts the database, migrates, never seeds, then runs the command line.
// Standard output is the command's alone.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment } from "./command.mjs";
import { backupSettings, generatedSecret } from "./kept-secrets.mjs";
import { dataFolder, pinnedNode, root } from "./paths.mjs";
import { onPinnedNode } from "./pinned-node.mjs";
import { generate } from "./prepare.mjs";
import { runToExit, say } from "./say.mjs";

async function runCommandLine() {
  await whileHoldingClone(generate);
  const { openCompanyDatabase } = await import("../../prisma/company-database.ts");
  const dataDir = dataFolder();
  const database = await openCompanyDatabase({
    dataDir,
    externalUrl: process.env.DATABASE_URL,
    externalOwnerUrl: process.env.TRIBUNE_OWNER_URL || undefined,
    say,
  });
  try {
    return await runMain({
      DATABASE_URL: database.url,
      // What is restored is the owner's work, nothing else.
      TRIBUNE_OWNER_URL: process.argv[2] === "restore" ? database.ownerUrl : "",
      TRIBUNE_DATA_DIR: dataDir,
      TRIBUNE_SAMPLE_DATA: database.hasSample ? "1" : "",
      ...(await generatedSecret(dataDir, database)),
      ...(await backupSettings(dataDir, database)),
    });
  } finally {
    await database.stop();
  }
}

function runMain(extra) {
  return new Promise((resolve, reject) => {
    const args = [
      "--conditions=react-server",
      join(root, "lib", "cli", "main.ts"),
      ...process.argv.slice(2),
    ];
    // The caller's folder stays the working folder: file names are theirs. npm changes it and says where it was.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    const child = spawn(pinnedNode, args, { cwd, env: childEnvironment(extra), stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

await runToExit(() => onPinnedNode(fileURLToPath(import.meta.url), runCommandLine));
process.exit();
