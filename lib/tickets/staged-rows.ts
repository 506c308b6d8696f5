import type { TicketRow } from "#lib/imports/reading/ticket-reader.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { languageOf } from "#lib/insights/language.ts";
import { projectOfKey } from "#lib/tickets/keys.ts";
import { kindOf } from "./kind.ts";

/** Rows as they go to the database: each ticket once. */
export type StagedWave = { rows: number; json: string };

export function stageWave(rows: TicketRow[], arrivedAt: Date): StagedWave {
  const staged = rows.map((row, position) => stage(row, position, arrivedAt));
  return { rows: rows.length, json: JSON.stringify(staged) };
}

/** What is longer is no name; and an index takes no more than some 2,700 bytes. */
const longestName = 300;

/** Names as in the table of staged-table.ts. `arrivedAt` stands in for the date of a ticket that tells none. */
function stage(row: TicketRow, position: number, arrivedAt: Date) {
  const text = `${row.title ?? ""}\n${row.body}`;
  const said = row.createdAt ?? row.updatedAt ?? arrivedAt;
  return {
    position,
    external_id: row.externalId,
    key: row.key,
    title: row.title,
    body: row.body,
    issue_type: row.issueType,
    request_type: row.requestType,
    status: row.status,
    status_category: row.statusCategory,
    severity: row.severity,
    labels: row.labels,
    reporter_name: row.reporterName && nameOf(row.reporterName),
    reporter_key: reporterKeyOf(row),
    organisation_names: row.organisationNames.map(nameOf),
    raw: row.raw,
    row_hash: row.hash,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    resolved_at: row.resolvedAt,
    said_at: said,
    changed_at: row.updatedAt ?? said,
    kind: kindOf(row),
    language: languageOf(text),
    superseded: row.superseded,
  };
}

/** Rows of a filter's columns only; without a filter all. */
export function isWanted(row: TicketRow, filter: ImportOptions["filter"]): boolean {
  if (!filter) return true;
  return Object.entries(filter).every(([column, wanted]) => {
    const value = wordOf(row, column);
    return value !== null && wanted.some((word) => word.toLowerCase() === value.toLowerCase());
  });
}

/** What a row's ticket may be found by: two rows that share none of it are of two tickets. */
export function namesOf({ externalId, key }: TicketRow): string[] {
  return key === null || externalId === `key:${key}` ? [externalId] : [externalId, `key:${key}`];
}

/**
 * The first mention of each ticket, then the second of those that stand twice, and so on: each wave writes a ticket
 * once. Rows of one key count as one ticket here, since a row without an id may be the ticket of one with an id.
 */
export function waves(rows: TicketRow[]): TicketRow[][] {
  const seen = new Map<string, number>();
  const result: TicketRow[][] = [];
  for (const row of rows) {
    const names = namesOf(row);
    const wave = Math.max(...names.map((name) => seen.get(name) ?? 0));
    for (const name of names) seen.set(name, wave + 1);
    const into = result[wave] ?? [];
    into.push(row);
    result[wave] = into;
  }
  return result;
}

function wordOf(row: TicketRow, column: string): string | null {
  if (column === "projectType") return row.projectType;
  if (column === "requestType") return row.requestType;
  if (column === "issueType") return row.issueType;
  return row.projectKey ?? (row.key && projectOfKey(row.key));
}

function reporterKeyOf(row: TicketRow): string | null {
  if (row.reporterId) return `desk:${nameOf(row.reporterId)}`;
  return row.reporterName ? `name:${nameOf(row.reporterName).toLowerCase()}` : null;
}

/** A name as long as names are kept. */
export function nameOf(text: string): string {
  return text.length <= longestName ? text : text.slice(0, longestName).toWellFormed().trim();
}
