import "server-only";
import { z } from "zod";
import type { Step } from "#lib/erasure/reads/steps.ts";
import { type RowKey, rowKey, type TextTable } from "#lib/erasure/reads/text-tables.ts";
import type { Identity } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { type Asks, listRows, oneRow } from "#lib/sql/rows.ts";

/** By what the last row that was looked at is found again. */
export type Place = string[] | null;

export type Page = {
  /** Rows that mention the person. */
  found: RowKey[];
  /** How many were looked at. */
  scanned: number;
  /** Where the next page begins; null when there is nothing after this one. */
  next: Place;
};

type From = { after: Place; most: number; startedAt: Date };

/** The next rows of a step, at most so many, that hold something of the person. */
export async function scanStep(
  tx: Asks,
  step: Step,
  who: Identity,
  { after, most, startedAt }: From,
): Promise<Page> {
  if (step.kind !== "texts")
    return scanIds(tx, { table: step.of.table, where: step.of.theirs(who) }, after, most);
  const begin =
    step.isSecond && after === null ? await placeSince(tx, step.table, startedAt) : after;
  return scanTable(tx, step.table, who.patterns, begin, most);
}

type Ids = { table: string; where: Prisma.Sql };

async function scanIds(tx: Asks, { table, where }: Ids, after: Place, most: number): Promise<Page> {
  const found = await listRows(tx, onlyId)`
    SELECT id::text AS id FROM ${identifier(table)}
    WHERE (${after?.[0] ?? null}::uuid IS NULL OR id > ${after?.[0] ?? null}::uuid) AND ${where} ORDER BY id LIMIT ${most}`;
  const last = found.at(-1);
  const next = last && found.length === most ? [last.id] : null;
  return { found, scanned: found.length, next };
}

const scannedPage = z.object({
  scanned: z.number(),
  last: rowKey.nullable(),
  found: z.array(rowKey),
});

async function scanTable(
  tx: Asks,
  { table, columns, keys }: TextTable,
  patterns: string[],
  after: Place,
  most: number,
): Promise<Page> {
  const names = Prisma.join(keys.map(({ key }) => identifier(key)));
  const texts = Prisma.join(columns.map(({ column }) => Prisma.sql`${identifier(column)}::text`));
  const values = keys.map(
    ({ type }, at) => Prisma.sql`${after?.[at] ?? null}::${identifier(type)}`,
  );
  const from = after ? Prisma.sql`WHERE (${names}) > (${Prisma.join(values)})` : Prisma.empty;
  const place = Prisma.join(keys.map(({ key }) => Prisma.sql`${key}::text, ${identifier(key)}`));
  const { scanned, last, found } = await oneRow(tx, scannedPage)`
    WITH page AS MATERIALIZED (
      SELECT ${names}, concat_ws(E'\n', ${texts}) ILIKE ANY (${patterns}) AS says FROM ${identifier(table)} ${from}
      ORDER BY ${names} LIMIT ${most})
    SELECT (SELECT count(*)::int FROM page) AS scanned,
      (SELECT jsonb_build_object(${place}) FROM page OFFSET (SELECT greatest(count(*), 1) - 1 FROM page)) AS last,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(${place})), '[]') FROM page WHERE says) AS found`;
  const next = last && scanned === most ? keys.map(({ key }) => String(last[key])) : null;
  return { found, scanned, next };
}

const firstAfter = z.object({ id: z.string().nullable() });

/** Changes are numbered as they come; of other records all are looked at. A clock may be some minutes off. */
async function placeSince(tx: Asks, { table }: TextTable, startedAt: Date): Promise<Place> {
  if (table !== "change") return null;
  const since = new Date(startedAt.getTime() - 15 * 60_000);
  const first = await oneRow(tx, firstAfter)`
    SELECT (min(c.id) - 1)::text AS id FROM operation o JOIN change c ON c.operation_id = o.id WHERE o.at >= ${since}`;
  return first.id ? [first.id] : null;
}
