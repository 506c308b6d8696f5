import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import type { Moment, Quarter } from "#lib/quarter.ts";
import type { Duty, Task, TaskName } from "#lib/today/facts.ts";
import { findToday } from "#lib/today/reads/today.ts";

// What a digest says besides the news: what awaits its reader, as their Today has it, and whose week the inbox is.

/** `at` is by the company's calendar; `timeZone` is the reader's own clock. */
export type Reader = { actor: PersonActor; timeZone: string; at: Moment };

export type Day = {
  tasks: readonly Task[];
  /** Initiatives that they are asked to estimate. */
  estimates: number;
  /** Null where nobody holds it, where it is none of their business, and where a line says so already. */
  duty: Duty | null;
  /** Teams whose new insights the tasks tell of already, each with the quarter: news of it would say the same again. */
  says: ReadonlyMap<string, Quarter>;
};

export const noDay: Day = { tasks: [], estimates: 0, duty: null, says: new Map() };

/** What counts what only its reader may see, as private OKRs. */
const forOwnEyes: readonly TaskName[] = ["okrs"];

/** @param isLookedAt by somebody else, who doesn't see it all */
export async function findDay({ actor, at }: Reader, isLookedAt: boolean): Promise<Day> {
  const { tasks, estimates, duty } = await findToday(actor, at);
  const shown = isLookedAt ? tasks.filter(({ name }) => !forOwnEyes.includes(name)) : tasks;
  const isSaid = shown.some(({ name }) => name === "duty" || name === "unsure");
  return {
    tasks: shown,
    estimates: estimates.length,
    duty: isSaid ? null : duty,
    says: new Map(
      shown.flatMap(({ name, about, quarter }) =>
        name === "new" && about ? [[about, quarter] as const] : [],
      ),
    ),
  };
}
