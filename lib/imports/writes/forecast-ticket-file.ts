import "server-only";
import { z } from "zod";
import { db, type Tx } from "#lib/db.ts";
import { shortened } from "#lib/imports/columns/column-facts.ts";
import type { Difference, FirstRow, Forecast } from "#lib/imports/forecast.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import type { RefusedRow } from "#lib/imports/reading/row-check.ts";
import { targetOf } from "#lib/imports/reading/target-of.ts";
import type { TicketFile } from "#lib/imports/reads/ticket-batches.ts";
import { nilId } from "#lib/nil-id.ts";
import { listRows } from "#lib/sql/rows.ts";
import { isWanted } from "#lib/tickets/filter.ts";
import { onceEach } from "#lib/tickets/once-each.ts";
import { withoutKnown } from "#lib/tickets/reads/known-tickets.ts";
import { stagedRows } from "#lib/tickets/staged-rows.ts";
import type { Target } from "#lib/tickets/target.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";
import { countChanged, listChanged } from "#lib/tickets/writes/forecast-update.ts";
import { stage } from "#lib/tickets/writes/staging.ts";

export type TicketForecast = Forecast & { refused: RefusedRow[] };

const aKnown = z.object({ externalId: z.string() });
const mostDifferences = 20;
const rowsShown = 3;

/** Thrown to leave a transaction without a trace. */
class Undone extends Error {}

/** What an import of this file would create, update and leave, counted against what is there; stores nothing. */
export async function forecastTicketFile(
  source: string,
  file: TicketFile,
): Promise<TicketForecast> {
  const { inspection, options } = file;
  const { refused } = inspection;
  const known = await db().source.findUnique({ where: { name: source }, select: { id: true } });
  const run = { id: "", sourceId: known?.id ?? nilId };
  const target = targetOf(run, inspection, new Date(0));
  const counts = { created: 0, updated: 0, unchanged: 0, duplicates: 0 };
  const differences: Difference[] = [];
  const firstRows: FirstRow[] = [];
  const later = laterMentions();
  for await (const { tickets } of readTickets(file.path, inspection)) {
    const rows = tickets.filter((row) => isWanted(row, options.filter));
    firstRows.push(...rows.slice(0, rowsShown - firstRows.length).map(firstRowOf));
    counts.duplicates += rows.filter((row) => row.duplicate).length;
    const differing = await withoutKnown(db(), run.sourceId, rows);
    counts.unchanged += rows.length - differing.length;
    for (const group of onceEach(differing)) {
      const { found, changed, first } = await look(
        target,
        group,
        mostDifferences - differences.length,
      );
      differences.push(...first);
      counts.updated += changed;
      counts.unchanged += found.length - changed;
      for (const row of group.filter((one) => !found.includes(one.externalId)))
        counts[later(row)] += 1;
    }
  }
  const { duplicates, ...rest } = counts;
  const rows = rest.created + rest.updated + rest.unchanged + refused.length;
  return { counts: { rows, ...rest }, refused, duplicates, differences, firstRows };
}

function firstRowOf(row: TicketRow): FirstRow {
  return {
    title: row.title,
    text: shortened(row.body),
    customers: row.organisationNames,
    requester: row.reporterName ?? row.reporterId,
    saidAt: row.createdAt?.toISOString() ?? null,
    status: row.status,
    kind: row.issueType,
  };
}

/** Which of these the database knows, and how many of those differ from what it has. */
async function look(target: Target, rows: TicketRow[], wanted: number) {
  let found: string[] = [];
  let first: Difference[] = [];
  let changed = 0;
  await db()
    .$transaction(async (tx: Tx) => {
      await stage({ tx }, target.sourceId, stagedRows(rows, target.now));
      const known = await listRows(tx, aKnown)`
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
