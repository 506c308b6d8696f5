// What an installation with the embedded database makes for itself, once, in its data folder.
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * For the command line: the secret that the web server makes for itself, by which the forgotten are known again. Of a
 * database elsewhere the web server may have another one, so none is made for it here.
 */
export async function generatedSecret(dataDir, { isEmbedded }, env = process.env) {
  const { keepSecret } = await import("../../prisma/embedded/kept-file.ts");
  const secret = join(dataDir, "nextauth-secret");
  const isKept = !env.NEXTAUTH_SECRET && (isEmbedded || existsSync(secret));
  return isKept ? { NEXTAUTH_SECRET: keepSecret(secret), TRIBUNE_SECRET_FILE: secret } : {};
}

/** The key that backups are sealed with, and the folder for those of the nights; what was given stays. */
export async function backupSettings(dataDir, { isEmbedded }, env = process.env) {
  if (!isEmbedded) return {};
  const { keepSecret } = await import("../../prisma/embedded/kept-file.ts");
  const key = join(dataDir, "backup-key");
  if (!env.TRIBUNE_BACKUP_KEY) keepSecret(key);
  return {
    TRIBUNE_BACKUP_KEY_FILE: key,
    TRIBUNE_BACKUP_FOLDER: env.TRIBUNE_BACKUP_FOLDER || join(dataDir, "backups"),
  };
}
