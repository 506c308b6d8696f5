import { Client } from "pg";
import { checkBackup } from "#lib/backup/check-backup.ts";
import { listSequences, listTables } from "#lib/backup/reads/database-shape.ts";
import { digestTable } from "#lib/backup/reads/digest-table.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { restoreBackup } from "#lib/backup/writes/restore-backup.ts";
import { db } from "#lib/db.ts";
import { seal } from "#lib/secret-box.ts";
import { castOn } from "#tests/support/cast.ts";
import { newFolder, sql } from "../export/databases.ts";
import { fill } from "../export/fill.ts";
import { goTo } from "../export/taking.ts";

export const companyKey = "the key that the company keeps, in its safe";
export const at = new Date("2026-11-30T02:00:00Z");

/** A company with something in every table that leaves, and in those of which nothing leaves. */
export async function fillCompany(url: string): Promise<void> {
  await goTo(url);
  const cast = await castOn(db());
  let count = 0;
  const text = () => {
    count += 1;
    return `text ${count}`;
  };
  await fill(url, cast, { text, json: () => '{"a": [1, "é\\n\\t\\\\N"]}' });
  const { id } = await db().source.create({ data: { name: "Connected", kind: "csv" } });
  await db().sourceSecret.create({
    data: { sourceId: id, name: "api-token", sealed: seal("a token", id) },
  });
  const upload = await db().upload.create({ data: { bytes: 3n, digest: new Uint8Array(32) } });
  await db().uploadPiece.create({
    data: { uploadId: upload.id, n: 0, data: new Uint8Array([0, 92, 255]) },
  });
}

export async function backUpNew(): Promise<string> {
  const folder = await newFolder();
  await backUp(folder, at);
  return folder;
}

export async function restoreTo(url: string, folder: string): Promise<void> {
  await goTo(url);
  await restoreBackup(folder, await checkBackup(folder));
}

/** What a database holds: the digest of each table, and the numbers given out. */
export async function wholeOf(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET TIME ZONE 'UTC'");
    const digests: Record<string, string> = {};
    for (const table of await listTables(client))
      digests[table.table] = await digestTable(client, table);
    return { digests, sequences: await listSequences(client) };
  } finally {
    await client.end();
  }
}

/** What it is made of: checks, references, indexes, triggers and whether they act. */
export async function schemaOf(url: string) {
  return {
    constraints: await sql(
      url,
      `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS says, convalidated
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    ),
    indexes: await sql(
      url,
      "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    ),
    triggers: await sql(
      url,
      `SELECT tgrelid::regclass::text AS of, tgname, tgenabled, pg_get_triggerdef(oid) AS does
       FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
    ),
  };
}
