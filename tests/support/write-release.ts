import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Client } from "pg";
import { z } from "zod";
import { databaseUrl } from "#lib/env.ts";

// Keeps the sample company as a release leaves it, for those after to be upgraded from: tests/fixtures/releases.
//   DATABASE_URL=… node --conditions=react-server tests/support/write-release.ts 0.3.0
// A tenth of the insights with all that hangs on them, and a part of the record; the database itself stays as it is.

/** What goes first; everything that refers to it follows. */
const cut = [
  "DELETE FROM insight WHERE (SELECT r.number FROM insight r WHERE r.id = insight.root_id) % 10 <> 0",
  "DELETE FROM ticket t WHERE NOT EXISTS (SELECT FROM insight i WHERE i.ticket_id = t.id)",
  "DELETE FROM insight_requester l WHERE NOT EXISTS (SELECT FROM insight i WHERE i.id = l.insight_id)",
  "DELETE FROM requester r WHERE NOT EXISTS (SELECT FROM insight_requester l WHERE l.requester_id = r.id)",
  "DELETE FROM proposal_due",
  "DELETE FROM operation WHERE abs(hashtext(id::text)) % 15 <> 0",
  ...["comment", "follow", "notice"].map(
    (table) => `DELETE FROM ${table} s WHERE s.subject_kind = 'insight'
      AND NOT EXISTS (SELECT FROM insight i WHERE i.id = s.subject_id)`,
  ),
];

const references = z.array(
  z.object({ child: z.string(), column: z.string(), parent: z.string(), key: z.string() }),
);
const columns = z.array(z.object({ table: z.string(), left: z.array(z.string()) }));

async function keptLines(client: Client): Promise<string[]> {
  await client.query("SET LOCAL session_replication_role = replica");
  for (const statement of cut) await client.query(statement);
  const { rows: keys } = await client.query(`
    SELECT c.conrelid::regclass::text AS child, a.attname AS column, c.confrelid::regclass::text AS parent, k.attname AS key
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      JOIN pg_attribute k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
  const known = references.parse(keys);
  for (let gone = 1; gone > 0; ) {
    gone = 0;
    for (const { child, column, parent, key } of known) {
      const { rowCount } = await client.query(`DELETE FROM ${child} c WHERE c.${column} IS NOT NULL
        AND NOT EXISTS (SELECT FROM ${parent} p WHERE p.${key} = c.${column})`);
      gone += rowCount ?? 0;
    }
  }
  // What is computed from the rest is not kept.
  const { rows: tables } = await client.query(`
    SELECT t.relname AS table, coalesce(array_agg(a.attname::text)
      FILTER (WHERE a.attgenerated <> '' OR a.atttypid = 'tsvector'::regtype), '{}') AS left
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND NOT starts_with(t.relname, '_')
    GROUP BY 1 ORDER BY 1`);
  const lines: string[] = [];
  for (const { table, left } of columns.parse(tables)) {
    const { rows } = await client.query(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${table}" AS t ORDER BY 1`,
      [left],
    );
    for (const { row } of z.array(z.object({ row: z.string() })).parse(rows))
      lines.push(`${table}\t${row}\n`);
  }
  return lines;
}

const release = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .parse(process.argv[2]);
const client = new Client({ connectionString: databaseUrl() });
await client.connect();
await client.query("BEGIN");
const lines = await keptLines(client);
await client.query("ROLLBACK");
await client.end();
const path = fileURLToPath(new URL(`../fixtures/releases/${release}.jsonl.gz`, import.meta.url));
writeFileSync(path, gzipSync(lines.join(""), { level: 9 }));
process.stdout.write(`${path}: ${lines.length} rows\n`);
