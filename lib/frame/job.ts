import "server-only";
import type { PgBoss, QueueOptions, WorkOptions } from "pg-boss";
import type { Clock } from "#lib/quarter.ts";

/** What the worker gives each job. */
export type Working = Clock & {
  /** Ends what goes on for long: the worker is about to stop. */
  signal: AbortSignal;
  boss: PgBoss;
};

/** Done again and again by each worker, `everyMs` after the last was over. */
export type Round = {
  readonly name: string;
  readonly everyMs: number;
  readonly once: (working: Working) => Promise<unknown>;
};

/** What is asked for by an id. Asking twice for one that waits is asking once; each is worked on by one worker. */
export type Queue = {
  readonly name: string;
  /** How often a try that failed or was killed is repeated, and how long one may take. */
  readonly options: QueueOptions;
};

/** Who works on what a queue holds. `tries` counts those before this one. */
export type Desk = {
  readonly queue: Queue;
  readonly polling: WorkOptions;
  readonly work: (id: string, working: Working, tries: number) => Promise<unknown>;
};

/** Done by one worker at a time, by the company's clock (`at` as in cron), and once when the worker begins. */
export type Nightly = {
  readonly name: string;
  readonly at: string;
  readonly options: QueueOptions;
  readonly once: (working: Working) => Promise<unknown>;
};

/** What a noun does by itself: in its `jobs.ts`, listed in `lib/jobs/declared.ts`. */
export type Jobs = {
  /** Before anything else. */
  readonly first?: () => Promise<unknown>;
  readonly rounds?: readonly Round[];
  readonly desks?: readonly Desk[];
  readonly nightly?: readonly Nightly[];
};
