import "server-only";
import { db } from "#lib/db.ts";

/** What a run is to be carried out by; null when there is none. */
export async function findWaitingRun(id: string) {
  const run = await db().importRun.findUnique({
    where: { id },
    select: {
      ...({ id: true, state: true, subject: true, fileName: true, uploadId: true } as const),
      ...({ options: true, cursorRow: true, startedById: true, sourceId: true } as const),
      source: {
        select: {
          ...({ name: true, timeZone: true } as const),
          runs: { where: { state: "undoing" }, select: { id: true }, take: 1 },
        },
      },
    },
  });
  return run && { ...run, isSourceUndoing: run.source.runs.length > 0 };
}

export type WaitingRun = NonNullable<Awaited<ReturnType<typeof findWaitingRun>>>;
