import "server-only";
import { db, type Tx } from "#lib/db.ts";
import { laneCount } from "#lib/imports/parallel-batches.ts";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import { tellTickets } from "#lib/imports/reading/read-tickets.ts";
import type { TicketRow } from "#lib/imports/reading/ticket-reader.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { isWanted, namesOf, type StagedWave, stageWave, waves } from "#lib/tickets/staging-rows.ts";

/** A batch read from the file, made ready while those before it are written. */
export type Batch = {
  /** The cursor of the batch before. */
  after: number;
  cursor: number;
  /** Rows that are, cell by cell, what was imported last. */
  same: number;
  waves: StagedWave[];
  /** Keys of rows whose ticket stands in an earlier row. */
  twice: string[];
  /** None of its tickets was known, nor stands in a batch that may not be written yet. */
  fresh: boolean;
};

export type FileToRead = { path: string; inspection: Inspection; options: ImportOptions };

const batchSize = 1000;

/** Batches that may not be written yet when the next one is looked up: those in the lanes and the one about to be. */
const inSight = laneCount + 1;

/** The rest of a file, from the run's cursor on, in the file's order. `now` stands in for dates that no row tells. */
export async function* readBatches(
  { sourceId, cursorRow }: { sourceId: string; cursorRow: number },
  { path, inspection, options }: FileToRead,
  now: () => Date,
): AsyncGenerator<Batch> {
  let after = cursorRow;
  let near: ReadonlySet<string>[] = [];
  const { filter } = options;
  for await (const { tickets, cursor } of tellTickets(path, inspection, { after, batchSize })) {
    const rows = filter ? tickets.filter((row) => isWanted(row.read(), filter)) : tickets;
    const unknown = rows.length === 0 ? [] : await withoutKnown(db(), sourceId, rows);
    const differing = unknown.map((row) => row.read());
    const names = new Set(differing.flatMap(namesOf));
    const apart = near.every((earlier) => earlier.isDisjointFrom(names));
    const written = waves(differing);
    const arrivedAt = now();
    yield {
      after,
      cursor,
      same: rows.length - differing.length,
      waves: written.map((wave) => stageWave(wave, arrivedAt)),
      twice: rows.filter((row) => row.duplicate).map((row) => row.key ?? row.externalId),
      fresh: apart && written.length === 1 && !(await isAnyKnown(sourceId, differing)),
    };
    near = [...near, names].slice(-inSight);
    after = cursor;
  }
}

/** The rows that are not, cell by cell, what was imported last: of a file seen before hardly any. */
export async function withoutKnown<Row extends Pick<TicketRow, "externalId" | "hash">>(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
  rows: Row[],
): Promise<Row[]> {
  const known = await tx.$queryRaw<{ externalId: string; hash: string }[]>`
    SELECT external_id AS "externalId", convert_from(row_hash, 'UTF8') AS hash FROM ticket
    WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${rows.map((row) => row.externalId)})`;
  const hashes = new Map(known.map(({ externalId, hash }) => [externalId, hash]));
  return rows.filter((row) => hashes.get(row.externalId) !== row.hash);
}

/** By its id or by a key that a ticket has or had. */
async function isAnyKnown(sourceId: string, rows: TicketRow[]): Promise<boolean> {
  const ids = rows.map((row) => row.externalId);
  const keys = rows.flatMap((row) => row.key ?? []);
  const [answer] = await db().$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT FROM ticket WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${ids}))
      OR EXISTS (SELECT FROM ticket_key WHERE source_id = ${sourceId}::uuid AND key = ANY (${keys})) AS known`;
  return answer?.known ?? true;
}
