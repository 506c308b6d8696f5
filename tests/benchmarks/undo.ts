import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { type Call, newCall, write } from "#lib/operations/write.ts";
import type { Bench } from "./bench.ts";
import { type Figure, seconds, times } from "./figure.ts";
import { median } from "./requests.ts";

const COMPANY = 10_000;
const ROWS = 5_000;
const ROUNDS = 3;

/** One act that gives many insights to another Tribe, and its undo as people ask for it. */
export async function benchmarkUndo({ companyOf, say }: Bench): Promise<Figure[]> {
  process.env.DATABASE_URL = await companyOf(COMPANY);
  try {
    const acts: number[] = [];
    const undos: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const call = newCall(new Date());
      const input = { operationId: call.operationId };
      const tribeId = await tribeToGiveTo();
      const ids = await insightsOfOthers(tribeId);
      acts.push(await timed(() => giveAll(ids, tribeId, call)));
      undos.push(await timed(() => undoOperation(system, input, newCall(new Date()))));
      say(`${seconds(acts.at(-1) ?? 0)}, undone in ${seconds(undos.at(-1) ?? 0)}`);
    }
    const [act, undo] = [median(acts), median(undos)];
    return [
      {
        what: `Undo of one act that gave ${ROWS.toLocaleString("en")} insights to a Tribe`,
        measured: `${seconds(undo)}: ${times(undo / act)} times the act (${seconds(act)})`,
        promised: "at most 3 s",
      },
    ];
  } finally {
    await stillBell();
    await db().$disconnect();
  }
}

async function tribeToGiveTo(): Promise<string> {
  return (await db().tribe.findFirstOrThrow({ orderBy: { code: "asc" } })).id;
}

async function insightsOfOthers(tribeId: string): Promise<string[]> {
  const rows = await db().insight.findMany({
    where: { OR: [{ tribeId: null }, { tribeId: { not: tribeId } }] },
    orderBy: { number: "asc" },
    take: ROWS,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** More than the command takes at once: what it writes, without what it asks before. */
async function giveAll(ids: string[], tribeId: string, call: Call): Promise<void> {
  const params = { tribeId, count: ids.length, reason: null };
  await write(system, call, { operation: insightOps.assigned, params }, async (w) =>
    w.update("insight", ids, { tribeId, snoozedUntil: null }),
  );
}

/** @returns milliseconds */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
