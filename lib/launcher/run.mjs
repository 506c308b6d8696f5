// npm run -s tribune -- <command>: finds or starts the database, migrates, never seeds, then runs the command line.
// Standard output is the command's alone.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment } from "./command.mjs";
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
    say,
  });
  try {
    return await runMain({
      DATABASE_URL: database.url,
      TRIBUNE_DATA_DIR: dataDir,
      TRIBUNE_SAMPLE_DATA: database.hasSample ? "1" : "",
      ...(await keptSecrets(dataDir, database)),
    });
  } finally {
    await database.stop();
  }
}

/**
 * The secret that the web server makes for itself, by which the forgotten are known again, and the key that backups are
 * sealed with. Of a database elsewhere the web server may have another one, so none is made for it here.
 */
async function keptSecrets(dataDir, { isEmbedded }) {
  const { keepSecret } = await import("../../prisma/embedded/kept-file.ts");
  const secret = join(dataDir, "nextauth-secret");
  const isKept = !process.env.NEXTAUTH_SECRET && (isEmbedded || existsSync(secret));
  const key = join(dataDir, "backup-key");
  if (isEmbedded && !process.env.TRIBUNE_BACKUP_KEY) keepSecret(key);
  return {
    ...(isKept ? { NEXTAUTH_SECRET: keepSecret(secret), TRIBUNE_SECRET_FILE: secret } : {}),
    ...(isEmbedded ? { TRIBUNE_BACKUP_KEY_FILE: key } : {}),
  };
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
