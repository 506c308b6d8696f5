import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { importShare } from "#lib/imports/progress.ts";
import type { PatientClient } from "./patient-client.ts";

const states = ["queued", "checking", "writing", "done", "refused", "failed", "asking"] as const;
const row = z.object({
  state: z.enum(states),
  fileBytes: z.coerce.number(),
  checkedBytes: z.coerce.number(),
  row: z.number(),
  rows: z.number().nullable(),
});

/** How far an import was at a moment; `at` as performance.now() tells it. */
export type Seen = z.infer<typeof row> & { share: number; at: number };

const everyMs = 25;
const patienceMs = 600_000;

const question = `SELECT state, file_bytes AS "fileBytes", checked_bytes AS "checkedBytes", cursor_row AS row,
  rows_total AS rows FROM import_run WHERE id = $1`;

/** Looks at an import from its start to its end, and holds that it never goes back. */
export function watchImport(database: PatientClient, runId: string) {
  let last: Seen | null = null;
  let isOver = false;
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});

  async function look(): Promise<Seen> {
    const found = await database.ask(
      async (client) => (await client.query(question, [runId])).rows,
    );
    const progress = row.parse(found[0]);
    const now = { ...progress, share: importShare(progress), at: performance.now() };
    if (last && wentBack(last, now))
      throw new Error(`progress went back: ${JSON.stringify(last)}, then ${JSON.stringify(now)}`);
    last = now;
    return now;
  }

  const looking = (async () => {
    while (!isOver) {
      await look();
      await sleep(everyMs);
    }
  })();
  looking.catch(failed.reject);

  return {
    /** The first look after this call that is as asked. @throws when none comes within ten minutes */
    until(wanted: (seen: Seen) => boolean): Promise<Seen> {
      const asked = performance.now();
      const found = (async () => {
        while (!last || last.at < asked || !wanted(last)) {
          if (performance.now() - asked > patienceMs)
            throw new Error(`the import stands still: ${JSON.stringify(last)}`);
          await sleep(everyMs);
        }
        return last;
      })();
      return Promise.race([found, failed.promise]);
    },
    async end(): Promise<void> {
      isOver = true;
      await looking;
    },
  };
}

export type Watch = ReturnType<typeof watchImport>;

export const isEnded = ({ state }: Seen) => states.indexOf(state) >= states.indexOf("done");

function wentBack(before: Seen, now: Seen): boolean {
  return (
    now.row < before.row ||
    now.share < before.share ||
    states.indexOf(now.state) < states.indexOf(before.state)
  );
}

/** Whether more is done than there was, so that somebody works on it again. */
export function goesOn(before: Seen, now: Seen): boolean {
  return (
    now.row > before.row ||
    now.checkedBytes > before.checkedBytes ||
    states.indexOf(now.state) > states.indexOf(before.state)
  );
}
