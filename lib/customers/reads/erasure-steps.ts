import "server-only";
import { z } from "zod";
import { addressInSql } from "#lib/customers/reads/address-in.ts";
import {
  listTextTables,
  type RowKey,
  rowKey,
  type TextTable,
} from "#lib/customers/reads/erasure-tables.ts";
import type { Identity } from "#lib/customers/reads/identity-of.ts";
import type { Tx } from "#lib/db.ts";
import type { Texts } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

type Reads = { tx: Tx };

export const firstStep = "tickets";

/** A place where an erasure looks, and how it finds the next rows there. */
export type Step =
  | { name: string; kind: "tickets" | "comments" | "events" }
  | { name: string; kind: "table"; table: TextTable; isSecond: boolean };

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

/** In order. Whose a ticket is goes first: afterwards that name is a namesake's wherever it still stands. */
export async function listSteps(w: Reads, texts: readonly Texts[]): Promise<Step[]> {
  const tables = await listTextTables(w, texts);
  const remembers = new Map(texts.map((one) => [one.name, one.remembers]));
  const records = tables.filter(({ table }) => remembers.get(table));
  const others = tables.filter(({ table }) => !remembers.get(table));
  const step = (table: TextTable, isSecond: boolean): Step => ({
    ...{ name: `${isSecond ? "again" : "table"}:${table.table}`, kind: "table" as const },
    ...{ table, isSecond },
  });
  return [
    { name: firstStep, kind: "tickets" },
    { name: "comments", kind: "comments" },
    ...[...records, ...others].map((table) => step(table, false)),
    // People have gone on meanwhile with what was not looked through yet.
    ...records
      .filter(({ table }) => remembers.get(table) === "twice")
      .map((table) => step(table, true)),
    { name: "events", kind: "events" },
  ];
}

/** The next rows of a step, at most so many, that hold something of the person. */
export async function scanStep(
  w: Reads,
  step: Step,
  who: Identity,
  { after, most, startedAt }: { after: Place; most: number; startedAt: Date },
): Promise<Page> {
  if (step.kind !== "table") return scanIds(w, idsWhere(step.kind, who), after, most);
  const begin =
    step.isSecond && after === null ? await placeSince(w, step.table, startedAt) : after;
  return scanTable(w, step.table, who.patterns, begin, most);
}

function idsWhere(kind: "tickets" | "comments" | "events", who: Identity) {
  if (kind === "tickets") return { table: "ticket", where: isTheirTicket(who) };
  if (kind === "comments") return { table: "ticket_comment", where: isTheirComment(who) };
  const where = Prisma.sql`
    EXISTS (SELECT FROM unnest(${who.fragments}::text[]) AS f WHERE position(convert_to(f, 'UTF8') IN body) > 0)`;
  return { table: "webhook_event", where };
}

export const isTheirTicket = ({ externalKeys, emails, names }: Identity) => Prisma.sql`
  (reporter_key = ANY (${externalKeys}) OR lower(reporter_email) = ANY (${emails})
    OR ${addressInSql(Prisma.sql`reporter_name`)} = ANY (${emails})
    OR (lower(reporter_name) = ANY (${names}) AND reporter_email IS NULL AND coalesce(reporter_key, '') NOT LIKE '%@%'))`;

export const isTheirComment = ({ ids, emails, names }: Identity) => Prisma.sql`
  (author_key = ANY (${ids}) OR lower(author_key) = ANY (${emails})
    OR ${addressInSql(Prisma.sql`author_name`)} = ANY (${emails})
    OR (lower(author_name) = ANY (${names}) AND coalesce(author_key, '') NOT LIKE '%@%'))`;

type Ids = { table: string; where: Prisma.Sql };

async function scanIds(w: Reads, { table, where }: Ids, after: Place, most: number): Promise<Page> {
  const found = await listRows(w.tx, onlyId)`
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
  w: Reads,
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
  const { scanned, last, found } = await oneRow(w.tx, scannedPage)`
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
async function placeSince(w: Reads, { table }: TextTable, startedAt: Date): Promise<Place> {
  if (table !== "change") return null;
  const since = new Date(startedAt.getTime() - 15 * 60_000);
  const first = await oneRow(w.tx, firstAfter)`
    SELECT (min(c.id) - 1)::text AS id FROM operation o JOIN change c ON c.operation_id = o.id WHERE o.at >= ${since}`;
  return first.id ? [first.id] : null;
}
