import "server-only";
import { db } from "#lib/db.ts";

/** Names of Tribes, teams and objectives, to show in the place of their ids. */
export async function loadLabels(): Promise<ReadonlyMap<string, string>> {
  const [tribes, teams, objectives] = await Promise.all([
    db().tribe.findMany({ select: { id: true, name: true } }),
    db().team.findMany({ select: { id: true, name: true } }),
    db().objective.findMany({
      where: { level: { not: "individual" } },
      select: { id: true, title: true },
    }),
  ]);
  return new Map([
    ...[...tribes, ...teams].map(({ id, name }) => [id, name] as const),
    ...objectives.map(({ id, title }) => [id, title] as const),
  ]);
}
