import "server-only";
import type { RowWriting } from "#lib/imports/work/writes/row-writing.ts";
import { lockTribe } from "#lib/roadmap/writes/lane-for-writing.ts";

/**
 * Of these quarters those that the team's Tribe has committed or closed: they are its leads' to revise, not a file's. What
 * is open stays so until the batch is written.
 */
export async function settledQuarters(
  { tx, w }: RowWriting,
  teamId: string,
  quarters: readonly string[],
): Promise<string[]> {
  if (quarters.length === 0) return [];
  const { tribeId } = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { tribeId: true },
  });
  if (w) await lockTribe(w.tx, tribeId);
  const settled = await tx.tribeQuarter.findMany({
    where: { tribeId, quarter: { in: [...quarters] }, state: { in: ["committed", "closed"] } },
    select: { quarter: true },
    orderBy: { quarter: "asc" },
  });
  return settled.map(({ quarter }) => quarter);
}
