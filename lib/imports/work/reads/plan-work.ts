import "server-only";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type {
  InitiativeEntry,
  Readings,
  ReadPlan,
  ThemeEntry,
  WorkPlan,
  WorkWarning,
} from "#lib/imports/work/plans/entries.ts";
import { externalIdOf } from "#lib/imports/work/plans/external-id.ts";
import { leftWarnings } from "#lib/imports/work/plans/left-warnings.ts";
import { readInitiative } from "#lib/imports/work/rows/read-initiatives.ts";
import type { WorkTable } from "#lib/imports/work/rows/read-table.ts";
import { readTheme } from "#lib/imports/work/rows/read-themes.ts";
import {
  columnsLeft,
  readWork,
  refusalOf,
  twiceRefuser,
} from "#lib/imports/work/rows/read-work.ts";
import type { InitiativeRow } from "#lib/imports/work/rows/work-row.ts";
import { nilId } from "#lib/nil-id.ts";
import { findInsights, findKeyResults, findThemes, linkedIds } from "./find-named.ts";
import { loadPlaces, placeOfInitiative, placeOfTheme } from "./places.ts";
import { planOkrs } from "./plan-okrs.ts";

/**
 * What a file says, with what it names found here; nothing is written. The same file gives the same order.
 * @param told what is known of it before it is read
 */
export async function planWork(
  sourceId: string | null,
  table: WorkTable,
  mapping: WorkMapping,
  told: readonly WorkWarning[] = [],
): Promise<WorkPlan> {
  const plan = await planOf(sourceId, table, mapping);
  const columns = columnsLeft(table, mapping);
  const params = { count: columns.length, columns: columns.join(", ").slice(0, 500) };
  const leftOut = columns.length > 0 ? [{ key: "work-columns-left", params }] : [];
  plan.refused.sort((a, b) => a.line - b.line);
  // Of a refused row nothing came in, its other values least of all.
  const refusedLines = new Set(plan.refused.map(({ line }) => line));
  const left = plan.left.filter(({ line }) => !refusedLines.has(line));
  return { ...plan, warnings: [...told, ...leftOut, ...leftWarnings(left)] };
}

async function planOf(
  sourceId: string | null,
  table: WorkTable,
  mapping: WorkMapping,
): Promise<ReadPlan> {
  const { subject } = mapping;
  if (subject === "themes") return { subject, ...(await planThemes(table, mapping)) };
  if (subject === "okrs") return { subject, ...(await planOkrs(table, mapping)) };
  return { subject, ...(await planInitiatives(sourceId, table, mapping)) };
}

async function planThemes(table: WorkTable, mapping: WorkMapping): Promise<Readings<ThemeEntry>> {
  const { rows, refused, left } = readWork(table, mapping, readTheme);
  const [places, find] = await Promise.all([
    loadPlaces(),
    findInsights(rows.flatMap(({ insights }) => insights)),
  ]);
  const entries = new Map<number, ThemeEntry>();
  const isTwice = twiceRefuser(refused);
  for (const row of rows) {
    const place = placeOfTheme(places, placeCells(row, mapping));
    if ("refused" in place) {
      refused.push(refusalOf(row.line, place));
      continue;
    }
    const externalId = externalIdOf(row.id, row.title, place.tribeId, place.teamId);
    if (isTwice(row.line, externalId)) continue;
    const { title, description } = row;
    const insightIds = linkedIds(row.cells, "insights", row.insights, find);
    const fields = { title, description, ...place };
    entries.set(row.row, { row: row.row, line: row.line, externalId, fields, insightIds });
  }
  const order = rows.map(({ row }) => row);
  return { order, entries, refused, left };
}

async function planInitiatives(
  sourceId: string | null,
  table: WorkTable,
  mapping: WorkMapping,
): Promise<Readings<InitiativeEntry>> {
  const { rows, refused, left } = readWork(table, mapping, readInitiative);
  const [places, themes, keyResults] = await Promise.all([
    loadPlaces(),
    findThemes(),
    findKeyResults(),
  ]);
  const quarterColumn = table.headers[mapping.columns.indexOf("quarter")] ?? "";
  const entries = new Map<number, InitiativeEntry>();
  const isTwice = twiceRefuser(refused);
  for (const row of rows) {
    const team = placeOfInitiative(places, placeCells(row, mapping));
    if ("refused" in team) {
      refused.push(refusalOf(row.line, team));
      continue;
    }
    const externalId = externalIdOf(row.id, row.title, team.id);
    if (isTwice(row.line, externalId)) continue;
    entries.set(row.row, {
      row: row.row,
      line: row.line,
      externalId,
      fields: { ...fieldsOf(row), teamId: team.id },
      quarters: row.quarters,
      quarterColumn,
      themeIds: linkedIds(row.cells, "themes", row.themes, themes),
      keyResultIds: linkedIds(row.cells, "keyResults", row.keyResults, keyResults),
    });
  }
  await leaveTakenEpics(sourceId, rows, entries);
  const order = rows.map(({ row }) => row);
  return { order, entries, refused, left };
}

function fieldsOf(row: InitiativeRow) {
  const { title, problem, kind, origin, originReason, reach, effortHalfMonths, epicKey } = row;
  const { impactHundredths, confidenceHundredths } = row;
  const rice = { reach, impactHundredths, confidenceHundredths, effortHalfMonths };
  return { title, problem, kind, origin, originReason, epicKey, ...rice };
}

/** Where a row belongs, as it says or as was said of rows that don't. */
function placeCells({ places }: { places: string[] }, { place }: WorkMapping): string[] {
  return places.length > 0 || place === null ? places : [place];
}

/** An epic delivers one initiative. */
async function leaveTakenEpics(
  sourceId: string | null,
  rows: readonly InitiativeRow[],
  entries: Map<number, InitiativeEntry>,
): Promise<void> {
  const keys = rows.flatMap(({ epicKey }) => epicKey ?? []);
  const holders = await db().initiative.findMany({
    where: { epicKey: { in: keys }, archivedAt: null },
    select: { id: true, epicKey: true, title: true },
  });
  const references = await db().workReference.findMany({
    where: {
      sourceId: sourceId ?? nilId,
      target: "initiative",
      targetId: { in: holders.map(({ id }) => id) },
    },
    select: { externalId: true, targetId: true },
  });
  const idOf = new Map(references.map(({ externalId, targetId }) => [externalId, targetId]));
  const taken = new Set<string>();
  for (const row of rows) {
    const entry = entries.get(row.row);
    const { epicKey } = row;
    if (!entry || epicKey === undefined) continue;
    const holder = holders.find((one) => one.epicKey === epicKey);
    const isOwn =
      !holder ||
      idOf.get(entry.externalId) === holder.id ||
      (!idOf.has(entry.externalId) && fold(holder.title) === fold(row.title));
    if (isOwn && !taken.has(epicKey)) taken.add(epicKey);
    else {
      entry.fields.epicKey = undefined;
      row.cells.leave("work-epic-taken", "epicKey", epicKey);
    }
  }
}
