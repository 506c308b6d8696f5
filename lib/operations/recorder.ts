import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import {
  columnOf,
  type Fields,
  isVersioned,
  keyTypeOf,
  type TableName,
} from "#lib/operations/rows.ts";
import { listRows } from "#lib/sql/rows.ts";

// Each of these writes rows and, in the same statement, what it did to them.

export type Recorder = {
  /** @returns the new ids, in the order given. */
  insert: <T extends TableName>(table: T, rows: Fields<T>[]) => Promise<string[]>;
  /**
   * Sets the same fields on each row. @returns the ids that were there.
   * @throws UserError `changed-meanwhile` when `version` is given and somebody was faster.
   */
  update: <T extends TableName>(
    table: T,
    ids: string[],
    fields: Fields<T>,
    version?: number,
  ) => Promise<string[]>;
  /** @returns the ids that were there. */
  remove: (table: TableName, ids: string[]) => Promise<string[]>;
};

const changed = z.object({ rowId: z.string() });

/** The tables that were written to so far, and those that got new rows. */
export type Touched = { readonly written: Set<TableName>; readonly inserted: Set<TableName> };

/** @param touched is kept up with whatever is written */
export function recorder(tx: Tx, operationId: string, touched: Touched): Recorder {
  return {
    async insert(table, rows) {
      const [first] = rows;
      if (!first) return [];
      touched.written.add(table);
      touched.inserted.add(table);
      const columns = Object.keys(first).map(columnOf);
      const done = await listRows(tx, changed)`
        WITH given AS (
          SELECT ordinality, item FROM jsonb_array_elements(${json(rows.map(asColumns))}::jsonb) WITH ORDINALITY AS g (item, ordinality)
        ), written AS (
          INSERT INTO ${identifier(table)} (${names(columns)})
          SELECT ${qualified("r", columns)} FROM given, jsonb_populate_record(NULL::${identifier(table)}, item) AS r ORDER BY ordinality
          RETURNING id::text AS row_id, to_jsonb(${identifier(table)}.*) AS after
        )
        INSERT INTO change (operation_id, table_name, row_id, version_after, after)
        SELECT ${operationId}::uuid, ${table}, row_id, ${isVersioned(table) ? 1 : null}::int, after - '{search,search_by}'::text[] FROM written
        RETURNING row_id AS "rowId"`;
      return done.map((row) => row.rowId);
    },

    async update(table, ids, fields, version) {
      if (ids.length === 0) return [];
      touched.written.add(table);
      const columns = Object.keys(fields).map(columnOf);
      const versioned = isVersioned(table);
      const bump = versioned ? Prisma.sql`, version = t.version + 1` : Prisma.empty;
      const expected =
        version === undefined ? Prisma.empty : Prisma.sql`AND t.version = ${version}::bigint`;
      const done = await listRows(tx, changed)`
        WITH given AS (
          SELECT r.* FROM jsonb_populate_record(NULL::${identifier(table)}, ${json(asColumns(fields))}::jsonb) AS r
        ), written AS (
          UPDATE ${identifier(table)} AS t SET ${assignments(columns)}${bump} FROM given
          WHERE ${isOneOf(table, ids)} ${expected}
          RETURNING t.id::text AS row_id, ${versioned ? Prisma.sql`old.version` : Prisma.sql`NULL::int`} AS version_before,
            ${versioned ? Prisma.sql`new.version` : Prisma.sql`NULL::int`} AS version_after,
            ${picture("old", columns)} AS before, ${picture("new", columns)} AS after
        )
        INSERT INTO change (operation_id, table_name, row_id, version_before, version_after, before, after)
        SELECT ${operationId}::uuid, ${table}, row_id, version_before, version_after, before, after FROM written
        RETURNING row_id AS "rowId"`;
      if (version !== undefined && done.length < ids.length)
        throw new UserError("changed-meanwhile");
      return done.map((row) => row.rowId);
    },

    async remove(table, ids) {
      if (ids.length === 0) return [];
      touched.written.add(table);
      const done = await listRows(tx, changed)`
        WITH written AS (
          DELETE FROM ${identifier(table)} AS t WHERE ${isOneOf(table, ids)} RETURNING t.id::text AS row_id, to_jsonb(t.*) AS before
        )
        INSERT INTO change (operation_id, table_name, row_id, version_before, before)
        SELECT ${operationId}::uuid, ${table}, row_id, (before ->> 'version')::int, before - '{search,search_by}'::text[] FROM written
        RETURNING row_id AS "rowId"`;
      return done.map((row) => row.rowId);
    },
  };
}

/** In the column's own type, so that the key serves. */
const isOneOf = (table: TableName, ids: string[]) =>
  Prisma.sql`t.id = ANY (${ids}::${Prisma.raw(keyTypeOf(table))}[])`;

// Identifiers come from the closed list of tables and from field names in our own code, never from input.
const names = (columns: string[]) => Prisma.join(columns.map(identifier));
const qualified = (alias: string, columns: string[]) =>
  Prisma.join(columns.map((column) => Prisma.sql`${identifier(alias)}.${identifier(column)}`));
const assignments = (columns: string[]) =>
  Prisma.join(
    columns.map((column) => Prisma.sql`${identifier(column)} = given.${identifier(column)}`),
  );
const picture = (alias: "old" | "new", columns: string[]) =>
  Prisma.sql`jsonb_build_object(${Prisma.join(
    columns.map(
      (column) => Prisma.sql`${column}::text, ${Prisma.raw(alias)}.${identifier(column)}`,
    ),
  )})`;

function asColumns(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [columnOf(field), value]),
  );
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
}
