import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import type { WorkWarning } from "./entries.ts";

/** What was left out, told once for each column and reason. */
export function leftWarnings(left: readonly LeftValue[]): WorkWarning[] {
  const groups = Map.groupBy(left, ({ key, column }) => JSON.stringify([key, column]));
  return [...groups.values()].flatMap((values) => {
    const [first] = values;
    if (!first) return [];
    const { key, column, value, line } = first;
    return [{ key, params: { column, count: values.length, sample: value, line } }];
  });
}

/** More of what was told before is counted with it. */
export function withWarnings(
  told: readonly WorkWarning[],
  more: readonly WorkWarning[],
): WorkWarning[] {
  const all = told.map(({ key, params }) => ({ key, params: { ...params } }));
  for (const warning of more) {
    const same = all.find(
      ({ key, params }) => key === warning.key && params.column === warning.params.column,
    );
    if (same) same.params.count = Number(same.params.count) + Number(warning.params.count);
    else all.push({ key: warning.key, params: { ...warning.params } });
  }
  return all;
}
