import "server-only";
import { db } from "#lib/db.ts";
import { mostInParallel } from "#lib/imports/parallel-batches.ts";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import { unreadTickets } from "#lib/imports/reading/read-tickets.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { isWanted } from "#lib/tickets/filter.ts";
import { identitiesOf, onceEach } from "#lib/tickets/once-each.ts";
import { isAnyKnown, withoutKnown } from "#lib/tickets/reads/known-tickets.ts";
import { type StagedRows, stagedRows } from "#lib/tickets/staged-rows.ts";

/** A batch read from the file, made ready while those before it are written. */
export type TicketBatch = {
  /** The cursor of the batch before. */
  after: number;
  cursor: number;
  /** Rows that are, cell by cell, what was imported last. */
  unchanged: number;
  /** The others, each ticket once a group. */
  groups: StagedRows[];
  /** Keys of rows whose ticket stands in an earlier row. */
  repeated: string[];
  /** None of its tickets was known, nor stands in a batch that may not be written yet. */
  isNew: boolean;
};

export type TicketFile = { path: string; inspection: Inspection; options: ImportOptions };

const batchSize = 1000;

/** Batches that may not be written yet when the next one is looked up: those being written and the one about to be. */
const inSight = mostInParallel + 1;

/** The rest of a file, from the run's cursor on, in the file's order. `now` stands in for dates that no row tells. */
export async function* ticketBatches(
  { sourceId, cursorRow }: { sourceId: string; cursorRow: number },
  { path, inspection, options }: TicketFile,
  now: () => Date,
): AsyncGenerator<TicketBatch> {
  let after = cursorRow;
  let near: ReadonlySet<string>[] = [];
  const { filter } = options;
  for await (const { tickets, cursor } of unreadTickets(path, inspection, { after, batchSize })) {
    const rows = filter ? tickets.filter((row) => isWanted(row.read(), filter)) : tickets;
    const unknown = rows.length === 0 ? [] : await withoutKnown(db(), sourceId, rows);
    const differing = unknown.map((row) => row.read());
    const identities = new Set(differing.flatMap(identitiesOf));
    const isApart = near.every((earlier) => earlier.isDisjointFrom(identities));
    const groups = onceEach(differing);
    const arrivedAt = now();
    yield {
      after,
      cursor,
      unchanged: rows.length - differing.length,
      groups: groups.map((group) => stagedRows(group, arrivedAt)),
      repeated: rows.filter((row) => row.duplicate).map((row) => row.key ?? row.externalId),
      isNew: isApart && groups.length === 1 && !(await isAnyKnown(sourceId, differing)),
    };
    near = [...near, identities].slice(-inSight);
    after = cursor;
  }
}
