import { keyResultStanding, objectiveStanding, type Standing } from "#lib/okrs/progress.ts";
import type { KeyResultRow, ObjectiveRow } from "#lib/okrs/views.ts";

// The tree that a quarter's objectives make: company, then what aligns with it, individual ones at the leaves.

export type KeyResultNode = KeyResultRow & Standing & { now: number | null };

export type ObjectiveNode = Omit<ObjectiveRow, "keyResults"> &
  Standing & {
    /** 1 at the top. */
    depth: number;
    keyResults: KeyResultNode[];
    /** Initiatives behind any of its key results, each once. */
    servedByCount: number;
  };

/** All objectives in reading order, each after its parent. @param elapsed part of the quarter that is over, 0 to 1 */
export function objectiveTree(
  objectives: readonly ObjectiveRow[],
  elapsed: number,
): ObjectiveNode[] {
  const shown = new Set(objectives.map((objective) => objective.id));
  const below = Map.groupBy(objectives, ({ parentId }) =>
    parentId !== null && shown.has(parentId) ? parentId : null,
  );
  const inOrder = (parentId: string | null, depth: number): ObjectiveNode[] =>
    (below.get(parentId) ?? []).flatMap((objective) => [
      withStanding(objective, depth, elapsed),
      ...inOrder(objective.id, depth + 1),
    ]);
  return inOrder(null, 1);
}

function withStanding(objective: ObjectiveRow, depth: number, elapsed: number): ObjectiveNode {
  const keyResults = objective.keyResults.map((keyResult) => ({
    ...keyResult,
    ...keyResultStanding(keyResult, keyResult.values, objective.commitment, elapsed),
    now: keyResult.values.at(-1) ?? null,
  }));
  const parts = keyResults.map((keyResult) => ({
    measure: keyResult,
    progress: keyResult.progress,
  }));
  const serving = new Set(keyResults.flatMap(({ servedBy }) => servedBy.map(({ id }) => id)));
  return {
    ...objective,
    ...objectiveStanding(parts, objective.commitment, elapsed),
    depth,
    keyResults,
    servedByCount: serving.size,
  };
}

export type TreeSummary = {
  committed: number;
  /** Committed objectives behind their pace. */
  lagging: number;
  /** Committed objectives that came to what was promised: none while the quarter goes on. */
  reached: number;
  /** Key results of company, departments, Tribes and crafts that no initiative serves. */
  unserved: number;
};

/** What the screen's first sentence counts: individual objectives stay out of it, whoever looks. */
export function summaryOf(tree: readonly ObjectiveNode[]): TreeSummary {
  const common = tree.filter((objective) => objective.level !== "individual");
  const committed = common.filter((objective) => objective.commitment === "committed");
  const keyResults = common.flatMap((objective) => objective.keyResults);
  return {
    committed: committed.length,
    lagging: committed.filter((objective) => objective.isBehind).length,
    reached: committed.filter((objective) => objective.isReached).length,
    unserved: keyResults.filter((keyResult) => keyResult.servedBy.length === 0).length,
  };
}
