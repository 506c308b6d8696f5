/** What one page or act costs: statements and the rows they gave, and bytes of the answer before they are packed. */
export type Cost = { statements: number; rows: number; bytes: number };

/** What is over its limit, and by what. */
export function over(cost: Partial<Cost>, most: Partial<Cost>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of ["statements", "rows", "bytes"] as const) {
    const [is, may] = [cost[name] ?? 0, most[name] ?? Number.POSITIVE_INFINITY];
    if (is > may) found[name] = `${is} instead of ${may} at most`;
  }
  return found;
}
