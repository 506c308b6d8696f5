import "server-only";
import { join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { UserError } from "#lib/errors.ts";
import type { Delimiter } from "#lib/export/csv-row.ts";
import { createHashedFile, type Fingerprint } from "#lib/export/hashed-file.ts";
import { MANIFEST, type Manifest } from "#lib/export/manifest.ts";
import { readmeOf } from "#lib/export/readme.ts";
import { readCatalogue } from "#lib/export/reads/catalogue.ts";
import { withOwnConnection } from "#lib/export/reads/own-connection.ts";
import { reachOf } from "#lib/export/reads/reach.ts";
import { isWhole, tablesFor } from "#lib/export/reads/select-rows.ts";
import { writeTable } from "#lib/export/reads/write-table.ts";
import { tables } from "#lib/nouns.server.ts";
import { pgRows } from "#lib/sql/pg-rows.ts";
import { wholeFolder } from "#lib/whole-folder.ts";
import { listMigrations } from "#prisma/migrations-folder.ts";

export type ExportOptions = {
  /** The viewer's address, for the record in the folder. */
  as: string;
  delimiter: Delimiter;
  /** The words of the folder's README. */
  say: (key: string, params: Record<string, string | number>) => string;
  now: Date;
};

/**
 * Everything that the viewer's permissions allow, as of one moment, into a folder that is there when it is whole and
 * not before.
 * @throws UserError `export-folder-not-empty`, `export-folder-unwritable`
 */
export async function exportCompany(
  viewer: PersonActor,
  folder: string,
  options: ExportOptions,
): Promise<Manifest> {
  const refusals = {
    notEmpty: () => new UserError("export-folder-not-empty", { folder }),
    unwritable: () => new UserError("export-folder-unwritable", { folder }),
  };
  return wholeFolder(folder, refusals, (building) =>
    withOwnConnection((client) => write(client, viewer, building, options)),
  );
}

async function write(
  client: Client,
  viewer: PersonActor,
  folder: string,
  { as, delimiter, say, now }: ExportOptions,
): Promise<Manifest> {
  const reach = await reachOf(viewer);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const catalogue = await readCatalogue(client);
  const open = tablesFor(catalogue, reach);
  const files: Record<string, Fingerprint> = {};
  const written: { table: (typeof open)[number]; rows: number }[] = [];
  for (const table of open) {
    const done = await writeTable(client, folder, { catalogue, reach, delimiter }, table);
    Object.assign(files, done.files);
    written.push({ table, rows: done.rows });
  }
  const whole = open.filter((table) => isWhole(catalogue, reach, table));
  const numbers = await numbersOf(client, new Set(whole.map(({ name }) => name)));
  await client.query("COMMIT");
  const madeAt = now.toISOString();
  const about = { catalogue, written, as, madeAt };
  files["README.md"] = await writeFile(join(folder, "README.md"), readmeOf(about, say));
  const manifest: Manifest = {
    format: 1,
    madeAt,
    as,
    migration: listMigrations().at(-1)?.name ?? "",
    tables: written.map(({ table, rows }) => ({
      table: table.name,
      columns: table.columns.map(({ name }) => name),
      rows,
      jsonl: `${table.file}.jsonl`,
    })),
    numbers,
    files,
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

const lastNumber = z.object({ last: z.string().nullable() });

/** The last number given out, of each table that goes whole; the others go on after the last one that went. */
async function numbersOf(client: Client, whole: Set<string>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name: table, numbers: column } of tables) {
    if (column === null || !whole.has(table)) continue;
    const [said] = await pgRows(client, lastNumber)`
      SELECT pg_sequence_last_value(pg_get_serial_sequence(${table}, ${column})::regclass)::text AS last`;
    if (said?.last) found[table] = said.last;
  }
  return found;
}

async function writeFile(path: string, text: string): Promise<Fingerprint> {
  const file = await createHashedFile(path);
  await file.write(text);
  return file.end();
}
