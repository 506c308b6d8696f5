import "server-only";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { dataFolder, sweepFolder } from "#lib/imports/scratch.ts";
import { dropUpload, keepUpload } from "#lib/imports/writes/uploads.ts";

/** How long the machine that may have a file is waited for. */
const patienceMs = 24 * 3_600_000;

const gone = { key: "import-file-gone", params: {} } as const;

/**
 * Brings into the database what an earlier release left on this machine's disk, of imports that are not over. What
 * another machine has is brought by its own worker; what none has brought within a day is said to be gone, so that nobody
 * waits for ever, and goes on all the same should it still come.
 */
export async function takeInSpooled(now: Date): Promise<void> {
  const waiting = await db().importRun.findMany({
    where: {
      spoolPath: { not: null },
      uploadId: null,
      state: { notIn: ["done", "refused", "undone"] },
    },
    select: { id: true, spoolPath: true },
  });
  for (const { id, spoolPath } of waiting) {
    const found = spoolPath && (await stat(spoolPath).catch(() => null));
    if (!found) {
      await markGone(id, now);
      continue;
    }
    const upload = await keepUpload(createReadStream(spoolPath), found.size, now);
    const { count } = await db().importRun.updateMany({
      where: { id, uploadId: null },
      data: { uploadId: upload.id, spoolPath: null },
    });
    if (count === 0) await dropUpload(upload.id);
    else await rm(spoolPath, { force: true });
    await db().importRun.updateMany({
      where: { id, state: "failed", refusal: { equals: gone } },
      data: { state: "queued", refusal: Prisma.DbNull, finishedAt: null },
    });
  }
  await sweepFolder(join(dataFolder(), "spool"), now);
}

async function markGone(id: string, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - patienceMs);
  await db().importRun.updateMany({
    where: { id, state: { in: ["queued", "checking", "writing"] }, createdAt: { lt: oldest } },
    data: { state: "failed", refusal: gone, finishedAt: now },
  });
}
