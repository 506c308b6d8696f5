import { isQuarter } from "#lib/quarter.ts";
import { readTitled } from "./read-titled.ts";
import { readConfidence, readEffort, readImpact, readQuarter, readReach } from "./read-values.ts";
import { readEpicKey, readKind, readOrigin, relationNames } from "./read-words.ts";
import type { RowCells } from "./row-cells.ts";
import type { InitiativeRow, Refusal } from "./work-row.ts";

const longestReason = 2_000;

export function readInitiative(cells: RowCells): InitiativeRow | Refusal {
  const titled = readTitled(cells);
  if ("refused" in titled) return titled;
  const { text: problem, ...common } = titled;
  return {
    ...common,
    problem,
    kind: cells.read("kind", readKind),
    origin: cells.read("origin", readOrigin),
    originReason: cells.read("originReason", (reason) =>
      reason.length <= longestReason ? reason : null,
    ),
    reach: cells.read("reach", readReach),
    impactHundredths: cells.read("impact", readImpact),
    confidenceHundredths: cells.read("confidence", readConfidence),
    effortHalfMonths: effortOf(cells),
    epicKey: cells.read("epicKey", readEpicKey),
    quarters: cells.read("quarter", readQuarters) ?? [],
    themes: cells.all("themes").flatMap(relationNames),
    keyResults: cells.all("keyResults").flatMap(relationNames),
  };
}

/** Days are told apart from months, and that they were converted is said. */
function effortOf(cells: RowCells): number | undefined {
  const effort = cells.read("effort", readEffort);
  if (effort?.isFromDays) cells.leave("work-effort-days", "effort", cells.one("effort") ?? "");
  return effort?.halfMonths;
}

/** One quarter, a span of days within one, or several as a multi-select has them. */
function readQuarters(cell: string): string[] | null {
  const one = readQuarter(cell);
  if (one) return [one];
  const several = cell.split(/[,;\n]/).map((part) => readQuarter(part.trim()) ?? "");
  return several.every(isQuarter) ? [...new Set(several)] : null;
}
