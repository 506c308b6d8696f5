import "server-only";
import type { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { placeOfKey } from "#lib/backup/backup-key.ts";
import { isOld } from "#lib/backup/kept.ts";
import { db } from "#lib/db.ts";
import { backupFolder, env } from "#lib/env.ts";
import { storedSentence } from "#lib/stored-sentence.ts";

export type KeptBackup = {
  name: string;
  endedAt: Date;
  seconds: number;
  rows: number;
  bytes: number;
  checkedAt: Date | null;
  checkProblem: Sentence | null;
};

export type KeptBackups = {
  folder: string | null;
  /** Where the key that they are sealed with is. */
  key: string;
  /** The company makes its own. */
  isElsewhere: boolean;
  days: number;
  isOld: boolean;
  /** Those that are there, the newest first. */
  backups: KeptBackup[];
  /** Why there is no newer one: the last try that failed, after the last that did not. */
  problem: { at: Date; sentence: Sentence } | null;
};

type Sentence = z.infer<typeof storedSentence>;
const DAY = 86_400_000;
const unknown: Sentence = { key: "unexpected", params: {} };
const sentence = storedSentence.nullable().catch(unknown);

/** What there is to go back to, for whoever answers for the company's data. */
export async function readKeptBackups(viewer: Actor, now: Date): Promise<KeptBackups> {
  authorise(viewer, "settings:manage");
  const rows = await db().backup.findMany({ orderBy: { endedAt: "desc" } });
  const backups = rows.flatMap(({ name, rows: count, bytes, begunAt, checkProblem, ...row }) =>
    name === null
      ? []
      : [
          {
            name,
            endedAt: row.endedAt,
            seconds: Math.round((row.endedAt.getTime() - begunAt.getTime()) / 1000),
            ...{ rows: Number(count), bytes: Number(bytes), checkedAt: row.checkedAt },
            checkProblem: sentence.parse(checkProblem),
          },
        ],
  );
  const [last] = backups;
  const failed = rows.find(({ problem }) => problem !== null);
  const isCurrent = failed && (!last || failed.endedAt > last.endedAt);
  return {
    ...backupFolder(),
    key: placeOfKey(),
    days: env().TRIBUNE_BACKUP_DAYS,
    isOld: isOld(last?.endedAt ?? null, now),
    backups,
    problem: isCurrent
      ? { at: failed.endedAt, sentence: sentence.parse(failed.problem) ?? unknown }
      : null,
  };
}

/** Whether somebody must do something, so that everything could be had back. */
export function isAiling(kept: KeptBackups): boolean {
  return !kept.isElsewhere && (kept.isOld || kept.problem !== null || isDamaged(kept));
}

function isDamaged({ backups }: KeptBackups): boolean {
  return Boolean(backups.find(({ checkedAt }) => checkedAt !== null)?.checkProblem);
}

/** The same for the day of whoever answers for it: how old the last one is (0: there is none), where that is too old. */
export async function findBackupTrouble(viewer: Actor, now: Date) {
  const kept = await readKeptBackups(viewer, now);
  const [last] = kept.backups;
  const days = last ? Math.max(1, Math.floor((now.getTime() - last.endedAt.getTime()) / DAY)) : 0;
  const isHere = !kept.isElsewhere;
  return { isOld: isHere && kept.isOld, days, isDamaged: isHere && isDamaged(kept) };
}
