import "server-only";
import { db } from "#lib/db.ts";
import type { Forecast } from "#lib/imports/forecast.ts";
import { differenceText } from "#lib/imports/work/plans/difference-text.ts";
import type { WorkPlan, WorkWarning } from "#lib/imports/work/plans/entries.ts";
import { leftWarnings, withWarnings } from "#lib/imports/work/plans/left-warnings.ts";
import { loadLabels } from "#lib/imports/work/reads/labels.ts";
import { readReferences } from "#lib/imports/work/reads/references.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import type { RowWriting } from "#lib/imports/work/writes/row-writing.ts";
import { nilId } from "#lib/nil-id.ts";
import { namesIn, putRows } from "./write-work.ts";

const mostDifferences = 20;

export type WorkForecast = Forecast & {
  refused: WorkPlan["refused"];
  warnings: WorkWarning[];
};

/** What an import of this file would create, update and leave, counted against what is there; stores nothing. */
export async function forecastWork(
  sourceId: string | null,
  plan: WorkPlan,
  now: Date,
): Promise<WorkForecast> {
  const known = sourceId ?? nilId;
  const writing: RowWriting = {
    ...{ tx: db(), w: null, sourceId: known, said: { byId: null, at: now, reason: "" } },
    references: await readReferences(db(), known, namesIn(plan, plan.order)),
  };
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const differences: Forecast["differences"] = [];
  const notIn: LeftValue[] = [];
  const labels = await loadLabels();
  for await (const { row, outcome, ...found } of putRows(writing, plan, plan.order)) {
    counts[outcome] += 1;
    notIn.push(...(found.left ?? []));
    if (found.differences.length === 0 || differences.length >= mostDifferences) continue;
    const changes = found.differences.map((one) => differenceText(one, labels));
    differences.push({ name: titleOf(plan, row), changes });
  }
  const { refused } = plan;
  const rows = counts.created + counts.updated + counts.unchanged + refused.length;
  const warnings = withWarnings(plan.warnings, leftWarnings(notIn));
  return { counts: { rows, ...counts }, refused, duplicates: 0, differences, warnings };
}

function titleOf(plan: WorkPlan, row: number): string {
  if (plan.subject !== "okrs") return plan.entries.get(row)?.fields.title ?? "";
  const entry = plan.entries.get(row);
  return entry?.keyResult?.title ?? entry?.objective.title ?? "";
}
