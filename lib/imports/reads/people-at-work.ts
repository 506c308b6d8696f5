import "server-only";
import { z } from "zod";
import { db, WEB } from "#lib/db.ts";
import { oneRow } from "#lib/sql/rows.ts";

/** How long after its last request somebody is taken to be at work still: what a page is read for. */
const READING_SECONDS = 30;
const LOOK_AGAIN_MS = 1000;

export type PeopleAtWork = { isAnybody: () => boolean; stop: () => void };

/** Whether anybody asks for pages, as the database knows by the web servers' connections; looked up once a second. */
export function watchPeopleAtWork(): PeopleAtWork {
  let isAnybody = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    // Nobody who can't be seen is waited for, and no import fails for it.
    isAnybody = await isSomebodyAtWork().catch(() => false);
    looking = false;
  };
  const timer = setInterval(look, LOOK_AGAIN_MS);
  void look();
  return { isAnybody: () => isAnybody, stop: () => clearInterval(timer) };
}

const whetherBusy = z.object({ busy: z.boolean() });

async function isSomebodyAtWork(): Promise<boolean> {
  const { busy } = await oneRow(db(), whetherBusy)`
    SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${WEB}
      AND state_change > now() - ${READING_SECONDS} * interval '1 second') AS busy`;
  return busy;
}
