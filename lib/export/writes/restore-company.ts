import { ownerUrl } from "#lib/env.ts";
import "server-only";
import { join } from "node:path";
import { type Client, DatabaseError } from "pg";
import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import { checkFiles } from "#lib/export/check-files.ts";
import { lineBatches } from "#lib/export/line-batches.ts";
import type { Manifest } from "#lib/export/manifest.ts";
import { type Catalogue, columnIn, readCatalogue } from "#lib/export/reads/catalogue.ts";
import { withOwnConnection } from "#lib/export/reads/own-connection.ts";
import { JSON_NULLS } from "#lib/export/reads/select-rows.ts";
import type { Table } from "#lib/frame/table.ts";
import { tables } from "#lib/nouns.server.ts";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";
import { findPendingMigrations } from "#prisma/migrate.ts";
import { listMigrations } from "#prisma/migrations-folder.ts";

/**
 * Brings an export back, all of it or nothing, into a database that is migrated and empty.
 * @throws UserError `restore-no-export`, `restore-file-missing`, `restore-file-changed`, `restore-newer`,
 *   `restore-not-migrated`, `restore-not-empty`, `restore-busy`, `restore-row-refused`
 */
export async function restoreCompany(folder: string): Promise<Manifest> {
  const manifest = await checkFiles(folder);
  const parts = partsOf(manifest);
  if ((await findPendingMigrations(ownerUrl())).length > 0)
    throw new UserError("restore-not-migrated");
  await withOwnConnection(async (client) => {
    await client.query("BEGIN");
    await takeEmpty(client);
    const catalogue = await readCatalogue(client);
    const laterReferences = await listLaterReferences(client);
    const ofActs = await listRulesOfActs(client);
    // A row may come before the one that it refers to, of its own table or of one that comes back later: they are held
    // together at the end.
    for (const alter of laterReferences)
      await client.query(`${alter} DEFERRABLE INITIALLY DEFERRED`);
    await client.query("SET CONSTRAINTS ALL DEFERRED");
    for (const { disable } of ofActs) await client.query(disable);
    for (const part of parts) await load(client, catalogue, folder, part);
    await atTheEnd(client);
    for (const alter of laterReferences) await client.query(`${alter} NOT DEFERRABLE`);
    for (const { enable } of ofActs) await client.query(enable);
    await setNumbers(client, manifest);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  }, ownerUrl());
  return manifest;
}

type Part = {
  table: Table;
  /** Those that are the same today. */
  columns: string[];
  /** Whether it has those that were replaced since. */
  isFormer: boolean;
  rows: number;
  file: string;
};

/** Names come from our own list: what a file calls a table or a column is only compared with it. */
function partsOf({ migration, tables: given }: Manifest): Part[] {
  const known = new Map(given.map((one) => [one.table, one]));
  const parts = tables.flatMap((table): Part[] => {
    const one = known.get(table.name);
    if (!one) return [];
    const own = table.columns.map(({ name }) => name);
    const columns = own.filter((name) => one.columns.includes(name));
    const former = Object.keys(table.formerly?.columns ?? {});
    const replaced = one.columns.filter((name) => former.includes(name));
    if (columns.length + replaced.length < one.columns.length) throw new UserError("restore-newer");
    const isFormer = replaced.length > 0;
    return [{ table, columns, isFormer, rows: one.rows, file: one.jsonl }];
  });
  const isKnown = listMigrations().some(({ name }) => name === migration);
  if (!isKnown || parts.length < given.length) throw new UserError("restore-newer");
  return parts;
}

const takenOrNot = z.object({ taken: z.boolean() });

/** Nobody else writes until the end, a set-up that is being claimed included. */
async function takeEmpty(client: Client): Promise<void> {
  const names = tables.map(({ name }) => quoted(name));
  try {
    await client.query("SET LOCAL lock_timeout = '3s'");
    await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS EXCLUSIVE MODE`);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "55P03")
      throw new UserError("restore-busy");
    throw error;
  }
  const anything = names.map((name) => `EXISTS (SELECT FROM ${name})`).join(" OR ");
  const [found] = await pgRows(client, takenOrNot)`SELECT ${verbatim(anything)} AS taken`;
  if (found?.taken) throw new UserError("restore-not-empty");
}

const alteration = z.object({ alter: z.string() });

async function listLaterReferences(client: Client): Promise<string[]> {
  const inOrder = tables.map(({ name }) => name);
  const rows = await pgRows(client, alteration)`
    SELECT format('ALTER TABLE %I ALTER CONSTRAINT %I', c.relname, f.conname) AS alter
     FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class k ON k.oid = f.confrelid
     WHERE f.contype = 'f' AND array_position(${inOrder}::name[], k.relname) >= array_position(${inOrder}::name[], c.relname)
       AND c.relnamespace = 'public'::regnamespace`;
  return rows.map(({ alter }) => alter);
}

const ruleOfActs = z.object({ disable: z.string(), enable: z.string() });

/** Rules about what is done, such as that nothing changes in a closed quarter: what is brought back was done before. */
async function listRulesOfActs(client: Client) {
  return pgRows(client, ruleOfActs)`
    SELECT format('ALTER TABLE %I DISABLE TRIGGER %I', c.relname, t.tgname) AS disable,
      format('ALTER TABLE %I ENABLE TRIGGER %I', c.relname, t.tgname) AS enable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE starts_with(t.tgname, 'act_') AND c.relnamespace = 'public'::regnamespace`;
}

async function load(
  client: Client,
  catalogue: Catalogue,
  folder: string,
  part: Part,
): Promise<void> {
  const { rows, file } = part;
  const insert = insertInto(catalogue, part);
  let count = 0;
  for await (const { lines, from } of lineBatches(join(folder, file))) {
    try {
      const { rowCount } = await client.query(insert, [`[${lines.join(",")}]`]);
      count += rowCount ?? 0;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      throw new UserError("restore-row-refused", { file, from, to: from + lines.length - 1 });
    }
  }
  if (count !== rows) throw new UserError("restore-file-changed", { file });
}

function insertInto(catalogue: Catalogue, { table, columns, isFormer }: Part): string {
  const formerly = isFormer ? table.formerly : null;
  const lacked = Object.entries(table.lacked).filter(([name]) => !columns.includes(name));
  const gives = [...Object.entries(formerly?.gives ?? {}), ...lacked];
  const typed = columns.map((name) => ({ name, ...columnIn(catalogue, table.name, name) }));
  const values = typed.map(({ name, type }) =>
    type === "jsonb"
      ? `CASE WHEN '${name}' = ANY (r.${JSON_NULLS}) THEN 'null'::jsonb ELSE r.${quoted(name)} END`
      : `r.${quoted(name)}`,
  );
  const types = [
    ...typed.map(({ name, type }) => `${quoted(name)} ${type}`),
    ...Object.entries(formerly?.columns ?? {}).map(([name, type]) => `${quoted(name)} ${type}`),
  ];
  const into = [...columns, ...gives.map(([name]) => name)].map(quoted);
  return `INSERT INTO ${quoted(table.name)} (${into.join(", ")})
    SELECT ${[...values, ...gives.map(([, sql]) => sql)].join(", ")} FROM json_to_recordset($1::json) AS r(${types.join(", ")}, ${JSON_NULLS} text[])`;
}

async function atTheEnd(client: Client): Promise<void> {
  try {
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const table = tables.find(({ name }) => name === error.table);
    throw new UserError("restore-file-changed", { file: `${table?.file ?? "?"}.jsonl` });
  }
}

async function setNumbers(client: Client, { numbers }: Manifest): Promise<void> {
  for (const { name: table, numbers: column } of tables) {
    if (column === null) continue;
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2)::regclass, last) FROM (
         SELECT greatest(max(${quoted(column)})::bigint, $3::bigint) AS last FROM ${quoted(table)}) AS given
       WHERE last IS NOT NULL`,
      [table, column, numbers[table] ?? null],
    );
  }
}

/** Names of our own tables and columns. */
function quoted(name: string): string {
  return `"${name}"`;
}
