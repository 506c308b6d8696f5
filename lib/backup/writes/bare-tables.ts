import "server-only";
import type { Client } from "pg";
import { z } from "zod";
import { quoted, type ShapeTable } from "#lib/backup/reads/database-shape.ts";
import { pgRows } from "#lib/sql/pg-rows.ts";

const pair = z.object({ drop: z.string(), make: z.string() });

/**
 * Loads tables without what stands in the way of rows that come in any order and were all there before: triggers,
 * references and indexes, which are all put back as they were, and then hold for every row. The owner's work.
 */
export async function whileBare(
  client: Client,
  tables: ShapeTable[],
  load: () => Promise<void>,
): Promise<void> {
  const references = await listReferences(client);
  const indexes = await listIndexes(client);
  const triggers = (what: "ENABLE" | "DISABLE") =>
    tables.map(({ table }) => `ALTER TABLE ${quoted(table)} ${what} TRIGGER USER`);
  await runAll(
    client,
    [...references, ...indexes].map(({ drop }) => drop),
  );
  await runAll(client, triggers("DISABLE"));
  await load();
  await runAll(
    client,
    [...indexes, ...references].map(({ make }) => make),
  );
  await runAll(client, triggers("ENABLE"));
}

async function runAll(client: Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

async function listReferences(client: Client) {
  return pgRows(client, pair)`
    SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', c.relname, f.conname) AS drop,
      format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, f.conname, pg_get_constraintdef(f.oid)) AS make
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
    WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY f.conname`;
}

/** Those that are nothing but an index: a key's own goes with the key, and stays. */
async function listIndexes(client: Client) {
  return pgRows(client, pair)`
    SELECT format('DROP INDEX %I', c.relname) AS drop, pg_get_indexdef(i.indexrelid) AS make
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND t.relname <> '_prisma_migrations'
      AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conindid = i.indexrelid AND f.contype IN ('p', 'u', 'x'))
    ORDER BY c.relname`;
}
