import { type CommandName, type InputOf, type ResultOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";

export const now = new Date("2026-11-16T09:00:00Z");
export const quarter = "2027-Q1";

/** The cast, who ask for things, and a number that is another each time: what bears it is fresh. */
export async function companyOn(database: Database) {
  const { id, ...people } = await castOn(database);
  let number = 0;
  return {
    database,
    id,
    people,
    next: () => ++number,
    /** Has something done by somebody of the cast. */
    ask: <Name extends CommandName>(
      player: keyof typeof people,
      name: Name,
      input: InputOf<Name>,
    ): Promise<ResultOf<Name>> => runCommand(name, people[player], input, newCall(now)),
  };
}

export type Company = Awaited<ReturnType<typeof companyOn>>;
export type Player = keyof Company["people"];
