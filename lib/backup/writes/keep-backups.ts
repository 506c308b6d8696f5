import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isBackup } from "#lib/backup/check-backup.ts";
import { isBackupDue, isCheckDue, isLeftover, nameOf, outlived } from "#lib/backup/kept.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { checkByRestoring } from "#lib/backup/writes/check-by-restoring.ts";
import { db } from "#lib/db.ts";
import { backupFolder, env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Clock, momentOf } from "#lib/quarter.ts";
import { refusalOf } from "#lib/refusal.ts";

/**
 * What is done for the backups each night: one is made, one is brought back once a week to see that it can be, and
 * those that have had their time go. One after the other by one worker; what fails is told, and tried again.
 * @throws what kept a backup from being made
 */
export async function keepBackups(clock: Clock): Promise<void> {
  const { folder } = backupFolder();
  if (folder === null) return;
  const last = await findLast();
  if (isBackupDue(last?.endedAt ?? null, momentOf(clock))) await makeOne(folder, clock);
  await dropOutlived(folder, clock.now());
  await checkNewest(folder, clock.now());
}

async function findLast() {
  return db().backup.findFirst({
    where: { name: { not: null } },
    orderBy: { endedAt: "desc" },
    select: { id: true, name: true, endedAt: true },
  });
}

/** Told when all of it is there, or why it is not: of tries that failed the last one says enough. */
async function makeOne(folder: string, { now }: Clock): Promise<void> {
  const begunAt = now();
  const name = nameOf(begunAt);
  const made = await makeIn(folder, name, begunAt).catch((error: unknown) => ({ error }));
  await db().backup.deleteMany({ where: { name: null } });
  if ("error" in made) {
    const problem = told(made.error);
    await db().backup.create({ data: { begunAt, endedAt: now(), problem } });
    throw made.error;
  }
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = made.tables.reduce((sum, table) => sum + table.bytes, 0);
  await db().backup.create({ data: { begunAt, endedAt: now(), name, rows, bytes } });
}

async function makeIn(folder: string, name: string, begunAt: Date) {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new UserError("backup-folder-unwritable", { folder });
  });
  for (const left of (await readdir(folder)).filter(isLeftover))
    await rm(join(folder, left), { recursive: true });
  return backUp(join(folder, name), begunAt);
}

/** Those of a company that was brought back meanwhile lie there too, and have their time as well. */
async function dropOutlived(folder: string, now: Date): Promise<void> {
  const found = await readdir(folder);
  const whole: string[] = [];
  for (const name of found) if (await isBackup(join(folder, name))) whole.push(name);
  const gone = outlived(whole, now, env().TRIBUNE_BACKUP_DAYS);
  // First what is told of them: none is said to be there that is not.
  await db().backup.deleteMany({ where: { name: { in: gone } } });
  for (const name of gone) await rm(join(folder, name), { recursive: true });
}

async function checkNewest(folder: string, now: Date): Promise<void> {
  const newest = await findLast();
  const lastWell = await db().backup.findFirst({
    where: { checkedAt: { not: null }, checkProblem: { equals: Prisma.DbNull } },
    orderBy: { checkedAt: "desc" },
    select: { checkedAt: true },
  });
  if (!newest?.name || !isCheckDue(lastWell?.checkedAt ?? null, now)) return;
  const checkProblem = await checkByRestoring(join(folder, newest.name)).then(() => null, told);
  await db().backup.update({
    where: { id: newest.id },
    data: { checkedAt: now, checkProblem: checkProblem ?? Prisma.DbNull },
  });
}

/** As a screen tells it; what has no words of its own stands in the log under the id that it names. */
function told(error: unknown) {
  const refusal = refusalOf(error);
  if (refusal) return { key: refusal.key, params: refusal.params };
  const id = randomUUID();
  console.error(`backup ${id}`, error);
  return { key: "unexpected", params: { id } };
}
