import "server-only";
import { turns, turnsOfEach } from "#lib/turns.ts";

// However much somebody asks for, and whatever it waits for: the others' acts have their turn beside it, and whoever
// reads finds a connection to the database, of which this process has ten.

const patienceMs = 20_000;
const ofEach = turnsOfEach({ atOnce: 2, waiting: 300, patienceMs });
const ofAll = turns({ atOnce: 6, waiting: 3_000, patienceMs });

/** Does what this person asks for once it is their turn. @throws Busy when too much waits, or for too long */
export async function inOwnTurn<Result>(
  { id }: { id: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const endOwn = await ofEach(id);
  try {
    const end = await ofAll.take();
    try {
      return await work();
    } finally {
      end();
    }
  } finally {
    endOwn();
  }
}
