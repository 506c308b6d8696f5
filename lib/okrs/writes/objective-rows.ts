import "server-only";
import type { MeasureFields } from "#lib/okrs/schema.ts";
import { insertKeyResults } from "#lib/okrs/writes/key-result-rows.ts";
import type { Fields, Tables } from "#lib/operations/rows.ts";
import type { Write } from "#lib/operations/write.ts";

// All that is ever written of objectives, for commands, imports and undo alike.

type Given = "quarter" | "title" | "level" | "departmentId" | "tribeId" | "craft";
export type NewObjective = Pick<Tables["objective"], Given | "commitment" | "parentId"> &
  Partial<Pick<Tables["objective"], "ownerId" | "isShared">> & {
    keyResults?: readonly MeasureFields[];
  };

type MadeObjective = { id: string; keyResultIds: string[] };

/** The last of their quarter, one after the other, with their key results. */
export async function makeObjectives(
  w: Write,
  objectives: readonly NewObjective[],
  createdAt: Date,
): Promise<MadeObjective[]> {
  const made: MadeObjective[] = [];
  for (const { keyResults = [], ownerId = null, isShared = false, ...fields } of objectives) {
    const position = await w.tx.objective.count({ where: { quarter: fields.quarter } });
    const row = { ...fields, ownerId, isShared, position, createdAt };
    const [id = ""] = await w.insert("objective", [row]);
    const measures = keyResults.map((measure) => ({ objectiveId: id, ...measure }));
    made.push({ id, keyResultIds: await insertKeyResults(w, measures, 0) });
  }
  return made;
}

/**
 * Sets the same fields on each. @returns the ids that were there
 * @throws UserError `changed-meanwhile` when `version` is given and somebody was faster
 */
export function changeObjectives(
  w: Write,
  ids: readonly string[],
  fields: Fields<"objective">,
  version?: number,
): Promise<string[]> {
  return w.update("objective", [...ids], fields, version);
}
