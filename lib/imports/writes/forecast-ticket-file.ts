import "server-only";
import { db, type Tx } from "#lib/db.ts";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import type { TicketRow } from "#lib/imports/reading/ticket-reader.ts";
import { withoutKnown } from "#lib/imports/reads/read-batches.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { nilId } from "#lib/nil-id.ts";
import { isWanted, stageWave, waves } from "#lib/tickets/staging-rows.ts";
import { stageRows } from "#lib/tickets/writes/staging.ts";
import { countChanged, type Difference, listChanged } from "#lib/tickets/writes/update-tickets.ts";
import { type Target, targetOf } from "#lib/tickets/writes/write-tickets.ts";

export type Forecast = {
  counts: { rows: number; created: number; updated: number; unchanged: number };
  refused: Inspection["refused"];
  duplicates: number;
  /** The first tickets that would change. */
  differences: Difference[];
};

const mostDifferences = 20;

/** Thrown to leave a transaction without a trace. */
class Undone extends Error {}

/** What an import of this file would create, update and leave, counted against what is there; stores nothing. */
export async function forecastImport(
  source: string,
  file: { path: string; inspection: Inspection; options: ImportOptions },
): Promise<Forecast> {
  const { inspection, options } = file;
  const { refused } = inspection;
  const known = await db().source.findUnique({ where: { name: source }, select: { id: true } });
  const run = { id: "", sourceId: known?.id ?? nilId };
  const target = targetOf(run, inspection, new Date(0));
  const counts = { created: 0, updated: 0, unchanged: 0, duplicates: 0 };
  const differences: Difference[] = [];
  const later = laterMentions();
  for await (const { tickets } of readTickets(file.path, inspection)) {
    const rows = tickets.filter((row) => isWanted(row, options.filter));
    counts.duplicates += rows.filter((row) => row.duplicate).length;
    const differing = await withoutKnown(db(), run.sourceId, rows);
    counts.unchanged += rows.length - differing.length;
    for (const wave of waves(differing)) {
      const { found, changed, first } = await look(
        target,
        wave,
        mostDifferences - differences.length,
      );
      differences.push(...first);
      counts.updated += changed;
      counts.unchanged += found.length - changed;
      for (const row of wave.filter((one) => !found.includes(one.externalId)))
        counts[later(row)] += 1;
    }
  }
  const { duplicates, ...rest } = counts;
  const rows = rest.created + rest.updated + rest.unchanged + refused.length;
  return { counts: { rows, ...rest }, refused, duplicates, differences };
}

/** Which of these the database knows, and how many of those differ from what it has. */
async function look(target: Target, rows: TicketRow[], wanted: number) {
  let found: string[] = [];
  let first: Difference[] = [];
  let changed = 0;
  await db()
    .$transaction(async (tx: Tx) => {
      await stageRows({ tx }, target.sourceId, stageWave(rows, target.now));
      const known = await tx.$queryRaw<{ externalId: string }[]>`
        SELECT external_id AS "externalId" FROM staged WHERE NOT is_new`;
      found = known.map(({ externalId }) => externalId);
      changed = await countChanged({ tx }, target);
      if (changed > 0 && wanted > 0) first = await listChanged({ tx }, target, wanted);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return { found, changed, first };
}

/** The first mention of a ticket creates it; a later one changes it when it wins and says something else. */
function laterMentions(): (row: TicketRow) => "created" | "updated" | "unchanged" {
  const hashes = new Map<string, string>();
  return (row) => {
    const before = hashes.get(row.externalId);
    if (row.superseded || row.duplicate) hashes.set(row.externalId, row.hash);
    if (!row.duplicate) return "created";
    return row.superseded || before === row.hash ? "unchanged" : "updated";
  };
}
