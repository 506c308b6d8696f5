import { checkBackup } from "#lib/backup/check-backup.ts";
import { restoreBackup } from "#lib/backup/writes/restore-backup.ts";
import { databaseUrl, env, ownerUrl } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { accountOf, equipApp } from "#prisma/app-account.ts";
import { writeWhole } from "#prisma/embedded/kept-file.ts";

/**
 * Brings a backup back, and with it the secret by which the tokens of connections are opened: where the installation
 * keeps its own it takes the backup's; where it was given one, that has to be the same.
 * @throws UserError `backup-other-secret`, and what `checkBackup` and `restoreBackup` do
 */
export async function bringBack(folder: string, { takesOtherSecret = false } = {}) {
  const checked = await checkBackup(folder);
  const { NEXTAUTH_SECRET: given, TRIBUNE_SECRET_FILE: kept } = env();
  const { secret, manifest } = checked;
  const isOther = secret !== null && secret !== given;
  if (isOther && !kept && !takesOtherSecret) throw new UserError("backup-other-secret");
  // First: an empty company has nothing that the former opens, a restored one could open nothing without.
  if (isOther && kept) writeWhole(kept, `${secret}\n`);
  await restoreBackup(folder, checked);
  // Its tables are new ones where it was of another release.
  if (ownerUrl() !== databaseUrl()) await equipApp(ownerUrl(), accountOf(databaseUrl()));
  return manifest.tables;
}
