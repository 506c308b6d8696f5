import "server-only";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import type { ObjectiveFields, OkrEntry } from "#lib/imports/work/plans/entries.ts";
import { externalIdOf } from "#lib/imports/work/plans/external-id.ts";

type Titled = { title: string; quarter: string };
type Owned = Pick<ObjectiveFields, "title" | "quarter" | "departmentId" | "tribeId"> & {
  level: string;
  craft: string | null;
};
type Candidate = { name: string; key: string; parent: NonNullable<OkrEntry["parent"]> };

/** What an objective is told apart by: its title, and whose it is in which quarter. */
export function objectiveName(objective: Owned): string {
  const { title, quarter, level, departmentId, tribeId, craft } = objective;
  return externalIdOf(null, title, quarter, level, departmentId, tribeId, craft);
}

export const keyOf = ({ title, quarter }: Titled) => `${quarter} ${fold(title)}`;

/**
 * By the name of an objective and the title of the one above it: which that is, of the file or of what everybody may see
 * here. Null for none and for more than one; never itself.
 */
export async function findParents(
  inFile: readonly Candidate[],
  quarters: string[],
): Promise<(name: string, above: Titled) => OkrEntry["parent"]> {
  const ofFile = new Map(inFile.map((one) => [one.name, one]));
  const here = await objectivesHere(quarters);
  // One of the file that is here already is one, not two.
  const others = here.filter(({ name }) => !ofFile.has(name));
  const byKey = Map.groupBy([...ofFile.values(), ...others], ({ key }) => key);
  return (name, above) => {
    const all = (byKey.get(keyOf(above)) ?? []).filter((one) => one.name !== name);
    return all.length === 1 ? (all[0]?.parent ?? null) : null;
  };
}

async function objectivesHere(quarters: string[]): Promise<Candidate[]> {
  const rows = await db().objective.findMany({
    where: {
      ...{ quarter: { in: quarters }, archivedAt: null },
      level: { in: ["company", "department"] },
    },
    select: {
      ...{ id: true, title: true, quarter: true, level: true },
      ...{ departmentId: true, tribeId: true, craft: true },
    },
  });
  return rows.map(({ id, ...objective }) => ({
    name: objectiveName(objective),
    key: keyOf(objective),
    parent: { id },
  }));
}
