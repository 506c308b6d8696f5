import "server-only";
import { db, type Tx } from "#lib/db.ts";
import { createTickets } from "#lib/imports/create-tickets.ts";
import type { Field } from "#lib/imports/csv/header-names.ts";
import type { Inspection } from "#lib/imports/csv/inspect-file.ts";
import type { TicketBatch } from "#lib/imports/csv/read-tickets.ts";
import type { TicketRow } from "#lib/imports/csv/ticket-row.ts";
import { linkCustomers } from "#lib/imports/link-customers.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { isWanted, type StagedWave, stageWave, waves } from "#lib/imports/staged-row.ts";
import { stageRows } from "#lib/imports/staged-table.ts";
import { updateTickets } from "#lib/imports/update-tickets.ts";
import type { Write } from "#lib/operations/write.ts";

export type Counts = { created: number; updated: number; unchanged: number };

/** Where rows go, and what the file they come from has columns for. */
export type Target = {
  sourceId: string;
  runId: string;
  present: ReadonlySet<Field>;
  rawNames: string[];
  now: Date;
};

export function targetOf(
  run: { id: string; sourceId: string },
  { present, columns }: Inspection,
  now: Date,
): Target {
  // A date that could not be read stands among the raw fields, under its column's name.
  const rawNames = columns.flatMap(({ rawName, field, header }) => {
    if (rawName !== null) return [rawName];
    return field === "created" || field === "updated" || field === "resolved" ? [header] : [];
  });
  return { sourceId: run.sourceId, runId: run.id, present, rawNames: [...new Set(rawNames)], now };
}

/** A batch read from the file, made ready while the one before is written. */
export type Batch = {
  cursor: number;
  /** Rows that are, cell by cell, what was imported last. */
  same: number;
  waves: StagedWave[];
  /** Keys of rows whose ticket stands in an earlier row. */
  twice: string[];
};

export async function prepareBatch(
  sourceId: string,
  { tickets, cursor }: TicketBatch,
  filter: ImportOptions["filter"],
  now: Date,
): Promise<Batch> {
  const rows = tickets.filter((row) => isWanted(row, filter));
  const differing = rows.length === 0 ? [] : await withoutKnown(db(), sourceId, rows);
  return {
    cursor,
    same: rows.length - differing.length,
    waves: waves(differing).map((wave) => stageWave(wave, now)),
    twice: rows.filter((row) => row.duplicate).map((row) => row.key ?? row.externalId),
  };
}

/** Writes what of a batch may differ from what is known. */
export async function writeBatch(
  w: Write,
  target: Target,
  { same, waves }: Batch,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: same };
  for (const wave of waves) {
    const known = await stageRows(w, target.sourceId, wave);
    const created = known < wave.rows ? await createTickets(w, target) : 0;
    const updated = known > 0 ? await updateTickets(w, target) : 0;
    if (created + updated > 0) await linkCustomers(w);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += wave.rows - created - updated;
  }
  return counts;
}

/** The rows that are not, cell by cell, what was imported last: of a file seen before hardly any. */
export async function withoutKnown(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
  rows: TicketRow[],
): Promise<TicketRow[]> {
  const known = await tx.$queryRaw<{ externalId: string; hash: string }[]>`
    SELECT external_id AS "externalId", convert_from(row_hash, 'UTF8') AS hash FROM ticket
    WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${rows.map((row) => row.externalId)})`;
  const hashes = new Map(known.map(({ externalId, hash }) => [externalId, hash]));
  return rows.filter((row) => hashes.get(row.externalId) !== row.hash);
}
