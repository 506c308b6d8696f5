import { isDeepStrictEqual } from "node:util";
import type { Client } from "pg";
import { z } from "zod";

const run = z.object({
  state: z.string(),
  cursor: z.number(),
  rows: z.number().nullable(),
  counted: z.number(),
  created: z.number(),
  refused: z.number(),
});
const count = z.coerce.number();
const things = z.object({
  tickets: count,
  keys: count,
  insights: count,
  organisations: count,
  requesters: count,
  /** What the operations say they created, and how many of them say nothing. */
  operations: count,
  silent: count,
});
const content = z.object({
  organisations: count,
  requesters: count,
  rows: count,
  digest: z.string(),
});

export type StoredRun = z.infer<typeof run>;

/** What an import left behind, all of it from one moment. */
export type Stored = { run: StoredRun; things: z.infer<typeof things> };

const ofRun = `SELECT state, cursor_row AS cursor, rows_total AS rows, created, refused,
  created + updated + unchanged AS counted FROM import_run WHERE id = $1`;
const ofThings = `
  WITH t AS (SELECT id FROM ticket WHERE source_id = (SELECT source_id FROM import_run WHERE id = $1)),
    i AS (SELECT insight.id FROM insight JOIN t ON t.id = ticket_id),
    o AS (SELECT result FROM operation WHERE name = 'import.batch' AND params->>'run' = $1::text)
  SELECT (SELECT count(*) FROM t) AS tickets, (SELECT count(*) FROM i) AS insights,
    (SELECT count(*) FROM ticket_key JOIN t ON t.id = ticket_id) AS keys,
    (SELECT count(*) FROM insight_organisation JOIN i ON i.id = insight_id) AS organisations,
    (SELECT count(*) FROM insight_requester JOIN i ON i.id = insight_id) AS requesters,
    (SELECT coalesce(sum((result->'value'->>'created')::int), 0) FROM o) AS operations,
    (SELECT count(*) FROM o WHERE result IS NULL) AS silent`;
/** All that a file says, row by row, as it is kept. */
const ofContent = `
  SELECT count(DISTINCT o.id) AS organisations, count(DISTINCT r.id) AS requesters, count(*) AS rows,
    md5(string_agg(concat_ws('|', t.external_id, t.key, i.title, i.body, i.kind, t.status, t.reporter_key,
      t.row_hash, o.name, r.external_key), E'\\n' ORDER BY t.external_id)) AS digest
  FROM ticket t JOIN insight i ON i.ticket_id = t.id
    LEFT JOIN insight_organisation io ON io.insight_id = i.id LEFT JOIN organisation o ON o.id = io.organisation_id
    LEFT JOIN insight_requester ir ON ir.insight_id = i.id LEFT JOIN requester r ON r.id = ir.requester_id
  WHERE t.source_id = (SELECT source_id FROM import_run WHERE id = $1)`;

export async function readStored(client: Client, runId: string): Promise<Stored> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const [first] = (await client.query(ofRun, [runId])).rows;
    const [second] = (await client.query(ofThings, [runId])).rows;
    return { run: run.parse(first), things: things.parse(second) };
  } finally {
    await client.query("ROLLBACK");
  }
}

/** @throws an Error that names what does not fit: a batch is there with all its rows, or with none. */
export function expectWhole({ run: { cursor, counted, created }, things: found }: Stored): void {
  const { operations, silent, ...counts } = found;
  if (cursor !== counted)
    throw new Error(`row ${cursor} is the last one, but ${counted} are counted`);
  const wrong = Object.entries({ ...counts, operations }).filter(([, value]) => value !== created);
  if (wrong.length > 0 || silent > 0)
    throw new Error(`${created} were created, and there are ${JSON.stringify(found)}`);
}

export type Content = z.infer<typeof content>;

export async function readContent(client: Client, runId: string): Promise<Content> {
  return content.parse((await client.query(ofContent, [runId])).rows[0]);
}

export function expectSame(found: Content, undisturbed: Content): void {
  if (!isDeepStrictEqual(found, undisturbed))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(undisturbed)}`);
}

/** Runs of files of that name. */
export async function countRuns(client: Client, fileName: string): Promise<number> {
  const { rows } = await client.query("SELECT count(*) FROM import_run WHERE file_name = $1", [
    fileName,
  ]);
  return count.parse(rows[0]?.count);
}

/** Files that were sent, whole or in part. */
export async function countUploads(client: Client): Promise<number> {
  const { rows } = await client.query("SELECT count(*) FROM upload");
  return count.parse(rows[0]?.count);
}

/** As it was before anything was imported, the record of it too, which only a replica may empty. */
export async function forgetAll(client: Client): Promise<void> {
  await client.query(
    `SET session_replication_role = replica;
     TRUNCATE organisation, requester, ticket, ticket_key, insight, import_run, change, operation CASCADE;
     SET session_replication_role = DEFAULT`,
  );
}
