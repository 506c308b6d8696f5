import "server-only";
import { db } from "#lib/db.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";

/** What rows that name no place may be said to belong to: teams for initiatives, Tribes for OKRs, either for themes. */
export async function placeNames(subject: WorkSubject): Promise<string[]> {
  const tribes = await db().tribe.findMany({
    where: { archivedAt: null },
    orderBy: { position: "asc" },
    select: {
      name: true,
      teams: {
        where: { archivedAt: null },
        orderBy: { position: "asc" },
        select: { name: true },
      },
    },
  });
  const names = tribes.flatMap(({ name, teams }) => [
    ...(subject === "initiatives" ? [] : [name]),
    ...(subject === "okrs" ? [] : teams.map((team) => team.name)),
  ]);
  return [...new Set(names)];
}
