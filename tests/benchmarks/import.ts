import { join } from "node:path";
import { Client } from "pg";
import type { Bench } from "./bench.ts";
import { type CommandRun, importByCommand } from "./command.ts";
import { type Figure, seconds, times } from "./figure.ts";
import { generateExport } from "./generate-export.ts";

type Size = { rows: number; rounds: number; promised: string };

const usual: Size = { rows: 100_000, rounds: 3, promised: "at least 0.85" };
const large: Size = { rows: 1_000_000, rounds: 1, promised: "at least 0.75" };

// In the order of their foreign keys. The search vectors are copied: they are made before the database sees them.
const tables = [
  "organisation",
  "requester",
  "ticket",
  "ticket_key",
  "insight",
  "insight_organisation",
  "insight_requester",
];

/**
 * Our import beside one INSERT … SELECT for each table, in one transaction, of the same rows on the same server with
 * the same indexes: in turns, so that a machine that changes its mind does so for both.
 */
export function benchmarkImport(bench: Bench): Promise<Figure[]> {
  return benchmarkSize(bench, usual);
}

/** The same with ten times as many rows, once: an hour on a small machine, and some 15 GB of disk. */
export function benchmarkMillion(bench: Bench): Promise<Figure[]> {
  return benchmarkSize(bench, large);
}

async function benchmarkSize(bench: Bench, size: Size): Promise<Figure[]> {
  const { databaseUrl, folder, say } = bench;
  const { rows, rounds } = size;
  const first = join(folder, "first.csv");
  const changed = join(folder, "changed.csv");
  await generateExport(first, rows);
  await generateExport(changed, rows, rows / 2);
  const client = new Client({ connectionString: databaseUrl });
  // A query that the server's end cuts short fails by itself.
  client.on("error", () => {});
  await client.connect();
  const imports: CommandRun[] = [];
  const again: CommandRun[] = [];
  const inserts: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await empty(client);
      imports.push(await importByCommand(databaseUrl, first));
      if (round === 1) await keepRows(client);
      await client.query("CHECKPOINT");
      again.push(await importByCommand(databaseUrl, changed));
      await empty(client);
      inserts.push(await insertRows(client));
      say(
        `round ${round}: import ${seconds(imports.at(-1)?.ms ?? 0)}, insert ${seconds(inserts.at(-1) ?? 0)}, again ${seconds(again.at(-1)?.ms ?? 0)}`,
      );
    }
  } finally {
    await client.end();
  }
  return figures(size, imports, again, inserts);
}

function figures(
  size: Size,
  imports: CommandRun[],
  again: CommandRun[],
  inserts: number[],
): Figure[] {
  const imported = median(imports.map(({ ms }) => ms));
  const inserted = median(inserts);
  const repeated = median(again.map(({ ms }) => ms));
  const ratio = median(inserts.map((ms, round) => ms / (imports[round]?.ms ?? 1)));
  const faster = median(again.map(({ ms }, round) => (imports[round]?.ms ?? 0) / ms));
  const peak = Math.max(...[...imports, ...again].map(({ peakBytes }) => peakBytes)) / 1e6;
  const updated = [...new Set(again.map(({ answer }) => answer.updated))].join(", ");
  const rows = size.rows.toLocaleString("en");
  return [
    {
      what: `Import of ${rows} rows of 1 kB, beside one INSERT … SELECT`,
      measured: `${times(ratio)} of its speed (${seconds(imported)} beside ${seconds(inserted)}, ${Math.round((size.rows / imported) * 1000).toLocaleString("en")} rows a second)`,
      promised: size.promised,
    },
    {
      what: "The same file with one row in its middle changed",
      measured: `${times(faster)} times as fast (${seconds(repeated)}), ${updated} updated`,
      promised: "at least 5 times, 1 updated",
    },
    {
      what: "Resident memory of the importing process",
      measured: `${Math.round(peak)} MB at most`,
      promised: "under 400 MB",
    },
  ];
}

async function empty(client: Client): Promise<void> {
  // The record is emptied by a replica only.
  await client.query(
    `SET session_replication_role = replica;
     TRUNCATE ${tables.join(", ")}, import_run, change, operation CASCADE;
     SET session_replication_role = DEFAULT`,
  );
  await client.query("CHECKPOINT");
}

async function keepRows(client: Client): Promise<void> {
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    await client.query(`CREATE UNLOGGED TABLE kept_${table} AS SELECT ${columns} FROM ${table}`);
    await client.query(`ANALYZE kept_${table}`);
  }
}

/** @returns milliseconds */
async function insertRows(client: Client): Promise<number> {
  const statements: string[] = [];
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    statements.push(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept_${table}`);
  }
  const begun = performance.now();
  await client.query("BEGIN");
  // The runs that the tickets name went with the emptied tables: no table keeps a foreign key to them.
  for (const statement of statements) await client.query(statement);
  await client.query("COMMIT");
  return performance.now() - begun;
}

async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position",
    [table],
  );
  return rows.map(({ name }) => `"${name}"`).join(", ");
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
