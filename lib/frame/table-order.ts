/**
 * The tables of all nouns in the order in which they come back: that of the nouns, but what says `after` stands behind
 * that table, and what its noun lists below it follows.
 * @throws Error when nobody declares what something is to stand behind
 */
export function inOrder<One extends { readonly name: string; readonly after: string | null }>(
  byNoun: readonly (readonly One[])[],
): One[] {
  const runs = byNoun.flatMap(runsOf);
  const ordered = runs.flatMap((run) => (run[0]?.after ? [] : run));
  for (const run of runs) {
    const after = run[0]?.after;
    if (!after) continue;
    const at = ordered.findIndex(({ name }) => name === after);
    if (at === -1) throw new Error(`no table ${after} to come after`);
    ordered.splice(at + 1, 0, ...run);
  }
  return ordered;
}

function runsOf<One extends { readonly after: string | null }>(tables: readonly One[]): One[][] {
  const runs: One[][] = [];
  for (const one of tables) {
    const last = runs.at(-1);
    if (last && one.after === null) last.push(one);
    else runs.push([one]);
  }
  return runs;
}
