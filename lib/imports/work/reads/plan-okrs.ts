import "server-only";
import { fold } from "#lib/fold.ts";
import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { ObjectiveFields, OkrEntry, Readings } from "#lib/imports/work/plans/entries.ts";
import { externalIdOf } from "#lib/imports/work/plans/external-id.ts";
import { completed, readOkr } from "#lib/imports/work/rows/read-okrs.ts";
import type { WorkTable } from "#lib/imports/work/rows/read-table.ts";
import { readLevel } from "#lib/imports/work/rows/read-words.ts";
import { readWork, refusalOf, twiceRefuser } from "#lib/imports/work/rows/read-work.ts";
import type { OkrRow, Refusal } from "#lib/imports/work/rows/work-row.ts";
import { findParents, keyOf, objectiveName } from "./find-parents.ts";
import { contradicting, loadPlaces, type Places, placesNamed } from "./places.ts";

export async function planOkrs(
  table: WorkTable,
  mapping: WorkMapping,
): Promise<Readings<OkrEntry>> {
  const { rows: read, refused, left } = readWork(table, mapping, readOkr);
  const rows = completed(read);
  const places = await loadPlaces();
  const isTwice = twiceRefuser(refused);
  const ids = new Map<string, string>();
  const found: { row: OkrRow; objective: ObjectiveFields; externalId: string }[] = [];
  for (const row of rows) {
    const objective = objectiveOf(row, places, mapping);
    if ("refused" in objective) {
      refused.push(refusalOf(row.line, objective));
      continue;
    }
    const externalId = objectiveName(objective);
    // An id beside a row that is its objective alone is the objective's; beside any other it is the key result's.
    if (row.id !== null && row.keyResult === null) ids.set(externalId, externalIdOf(row.id, ""));
    found.push({ row, objective, externalId });
  }
  const inFile = found.map(({ objective, externalId }) => ({
    ...{ name: externalId, key: keyOf(objective) },
    parent: { externalId: ids.get(externalId) ?? externalId, title: objective.title },
  }));
  const parentOf = await findParents(inFile, [
    ...new Set(found.map(({ objective }) => objective.quarter)),
  ]);
  const entries = new Map<number, OkrEntry>();
  for (const { row, objective, externalId } of found) {
    const objectiveId = ids.get(externalId) ?? externalId;
    const { keyResult } = row;
    const measureId = keyResult
      ? externalIdOf(row.id, keyResult.title ?? "", objectiveId)
      : objectiveId;
    if (keyResult && isTwice(row.line, measureId)) continue;
    const { quarter } = objective;
    const parent = row.parent ? parentOf(externalId, { title: row.parent, quarter }) : null;
    if (row.parent && !parent) row.cells.leave("work-not-found", "parent", row.parent);
    entries.set(row.row, {
      row: row.row,
      line: row.line,
      externalId: objectiveId,
      objective,
      parent,
      keyResult: keyResult && { ...keyResult, externalId: measureId },
    });
  }
  return { order: inOrder(rows), entries, refused, left };
}

function objectiveOf(
  row: OkrRow,
  places: Places,
  { place, quarter: givenQuarter }: WorkMapping,
): ObjectiveFields | Refusal {
  const quarter = row.quarter ?? givenQuarter;
  if (!quarter) return { refused: "row-work-no-quarter" };
  // An individual objective is between a person and their manager: nobody else writes it.
  if (row.level === "individual") return { refused: "row-work-individual" };
  const { objective: title, commitment } = row;
  const common = { title, quarter, commitment };
  const isUnsaid = row.level === undefined && row.places.length === 0 && place === null;
  const isCompany =
    row.level === "company" || row.places.some((name) => readLevel(name) === "company");
  if (isCompany || isUnsaid)
    return { ...common, level: "company", departmentId: null, tribeId: null, craft: null };
  const cells = row.places.length > 0 || place === null ? row.places : [place];
  const named = placesNamed(places, cells);
  if ("refused" in named) return named;
  const [owner, ...more] = named;
  if (!owner) return { refused: "row-work-no-place", params: { known: places.known } };
  if (more.length > 0) return contradicting(named);
  if (owner.kind === "team") return { refused: "row-work-team-okr", params: { team: owner.name } };
  return {
    ...common,
    level: "department",
    departmentId: owner.kind === "department" ? owner.id : null,
    tribeId: owner.kind === "tribe" ? owner.id : null,
    craft: owner.kind === "craft" ? owner.id : null,
  };
}

/** Each row after those of the objective that its own is aligned with, by what the file alone says. */
function inOrder(rows: readonly OkrRow[]): number[] {
  const parents = new Map<string, string>();
  for (const { objective, parent } of rows)
    if (parent && !parents.has(fold(objective))) parents.set(fold(objective), fold(parent));
  const depthOf = (title: string) => {
    const seen = new Set([title]);
    for (let next = parents.get(title); next !== undefined; next = parents.get(next)) {
      if (seen.has(next)) break;
      seen.add(next);
    }
    return seen.size;
  };
  return rows
    .map(({ row, objective, parent }) => {
      // Aligned with one that is called the same, such as a Tribe's with the company's.
      const isNamesake = parent !== undefined && fold(parent) === fold(objective);
      return { row, depth: depthOf(fold(objective)) + (isNamesake ? 1 : 0) };
    })
    .sort((a, b) => a.depth - b.depth || a.row - b.row)
    .map(({ row }) => row);
}
