import { fold } from "#lib/fold.ts";
import type { Direction } from "#lib/okrs/progress.ts";
import { readAmount, readQuarter } from "./read-values.ts";
import {
  readCommitment,
  readDirection,
  readLevel,
  readType,
  readYesNo,
  relationNames,
} from "./read-words.ts";
import type { RowCells } from "./row-cells.ts";
import { longestTitle, type MeasureRow, type OkrRow, type Refusal } from "./work-row.ts";

const farthest = 1e12;
const longestUnit = 20;

/** A row is one key result with its objective repeated, or an objective or a key result by its type. */
export function readOkr(cells: RowCells): OkrRow | Refusal {
  const type = cells.read("type", readType) ?? null;
  const name = cells.one("title");
  const parents = cells.all("parent").flatMap(relationNames);
  const above = type === "key-result" ? parents : [];
  const [objective] = [
    ...cells.all("objective").flatMap(relationNames),
    ...above,
    ...(type !== "key-result" && name ? [name] : []),
  ];
  if (!objective) return { refused: "row-work-no-objective" };
  const named = type !== "objective" && name !== objective ? name : null;
  const title = type === "objective" ? null : (cells.one("keyResult") ?? named);
  if (type === "key-result" && !title) return { refused: "row-work-no-title" };
  if (Math.max(objective.length, title?.length ?? 0) > longestTitle)
    return { refused: "row-work-long-title", params: { most: longestTitle } };
  const measure = readMeasure(cells, title);
  if (measure && "refused" in measure) return measure;
  return {
    row: cells.row,
    line: cells.line,
    cells,
    id: cells.one("id"),
    places: cells.all("place"),
    objective,
    level: cells.read("level", readLevel),
    quarter: cells.read("quarter", readQuarter),
    commitment: cells.read("commitment", readCommitment),
    parent: above.length > 0 ? undefined : parents[0],
    keyResult: measure,
  };
}

/** Null for a row without a key result: no title and no numbers. One with numbers alone is the objective's own measure. */
function readMeasure(cells: RowCells, title: string | null): MeasureRow | Refusal | null {
  const said = cells.read("direction", readDirection);
  const target = cells.read("target", readMeasured);
  const start = cells.read("start", readMeasured);
  const now = cells.read("current", readMeasured);
  if (title === null && target === undefined && start === undefined) return null;
  // A target that says something else than a number is no yes or no.
  const isUnread = (cells.one("target") ?? "") !== "" && target === undefined;
  if (isUnread && said !== "hit") return { refused: "row-work-no-target" };
  const isYesNo = said === "hit" || (said === undefined && target === undefined) || target?.isYesNo;
  if (isYesNo) {
    const value = now && (now.value >= 1 ? 1 : 0);
    return { title, direction: "hit", start: 0, target: 1, unit: null, now: value };
  }
  if (target === undefined) return { refused: "row-work-no-target" };
  const from = start?.value ?? (said === "keep" ? target.value : 0);
  const direction = said ?? directionFrom(from, target.value);
  const unit = (cells.one("unit") ?? target.unit ?? start?.unit ?? null)?.slice(0, longestUnit);
  if (!pointsThatWay(direction, from, target.value))
    return { refused: "row-work-direction", params: { start: from, target: target.value } };
  return {
    title,
    direction,
    start: from,
    target: target.value,
    unit: unit?.toWellFormed() ?? null,
    now: now?.value,
  };
}

type Measured = { value: number; unit: string | null; isYesNo: boolean };

function readMeasured(cell: string): Measured | null {
  const yesNo = readYesNo(cell);
  if (yesNo !== null) return { value: yesNo, unit: null, isYesNo: true };
  const amount = readAmount(cell);
  return amount && Math.abs(amount.value) <= farthest ? { ...amount, isYesNo: false } : null;
}

function directionFrom(start: number, target: number): Direction {
  if (start === target) return "keep";
  return target > start ? "more" : "less";
}

function pointsThatWay(direction: Direction, start: number, target: number): boolean {
  if (direction === "more") return target > start;
  return direction === "less" ? target < start : true;
}

/** Rows of one objective need say but once whose it is and of which quarter. */
export function completed(rows: readonly OkrRow[]): OkrRow[] {
  const byTitle = Map.groupBy(rows, ({ objective }) => fold(objective));
  return rows.map((row) => {
    const same = (byTitle.get(fold(row.objective)) ?? []).filter(
      (other) => agrees(row.quarter, other.quarter) && agrees(row.level, other.level),
    );
    const isPlaced = row.places.length > 0 || row.level === "company";
    const placed = isPlaced ? row : same.find(({ places, level }) => places.length > 0 || level);
    return {
      ...row,
      quarter: row.quarter ?? same.find(({ quarter }) => quarter)?.quarter,
      level: row.level ?? placed?.level,
      places: isPlaced ? row.places : (placed?.places ?? []),
    };
  });
}

function agrees(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
