import "server-only";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { db } from "#lib/db.ts";
import { dataFolder, sweepFolder } from "#lib/imports/scratch.ts";
import { dropUpload, keepUpload } from "#lib/imports/writes/uploads.ts";

/**
 * Brings into the database what an earlier release left on this machine's disk, of imports that are not over. What
 * another machine has is brought by its own worker.
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
    if (!found) continue;
    const upload = await keepUpload(createReadStream(spoolPath), found.size, now);
    const { count } = await db().importRun.updateMany({
      where: { id, uploadId: null },
      data: { uploadId: upload.id, spoolPath: null },
    });
    if (count === 0) await dropUpload(upload.id);
    else await rm(spoolPath, { force: true });
  }
  await sweepFolder(join(dataFolder(), "spool"), now);
}
