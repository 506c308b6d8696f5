import "server-only";
import { type Catalogue, columnIn } from "#lib/export/reads/catalogue.ts";
import type { Reach, Table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nounServers, subjects, tables } from "#lib/nouns.server.ts";

/** The names of a row's JSON that hold a JSON null, which is not the same as nothing. */
export const JSON_NULLS = "json_nulls";

/** The tables of which this viewer takes anything along. */
export function tablesFor(catalogue: Catalogue, reach: Reach): Table[] {
  return tables.filter((table) => isOpen(catalogue, reach, table));
}

/** Whether every row of it goes, so that nobody learns from a count what was kept from them. */
export function isWhole(catalogue: Catalogue, reach: Reach, table: Table): boolean {
  return conditions(catalogue, reach, table).length === 0;
}

/** A table's rows as far as they are the viewer's: `line`, the row as JSON, and `names`, what its references are called. */
export function selectRows(catalogue: Catalogue, reach: Reach, table: Table): Prisma.Sql {
  const columns = table.columns.map(
    ({ name }) => Prisma.sql`${shown(catalogue, reach, table, name)} AS ${id(name)}`,
  );
  const nulls = jsonNulls(catalogue, table);
  const order = table.key.map((name) => Prisma.sql`${id(table.alias)}.${id(name)}`);
  const names = referencesOf(catalogue, table).map(({ column, to }) =>
    table.about?.id === column ? subjectNamed(table.about) : named(to, column),
  );
  return Prisma.sql`
    SELECT row_to_json(r)::text AS line, ${names.length > 0 ? Prisma.sql`json_build_array(${Prisma.join(names)})` : Prisma.sql`'[]'::json`} AS names
    FROM (SELECT ${Prisma.join(nulls ? [...columns, nulls] : columns)} FROM ${id(table.name)} AS ${id(table.alias)}
      WHERE ${all(conditions(catalogue, reach, table))} ORDER BY ${Prisma.join(order)}) AS r`;
}

/** `to`: a table; empty where it says in the row itself what kind of thing it leads to. */
export type Reference = { column: string; to: string };

/** The columns that lead to something with a name. */
export function referencesOf(catalogue: Catalogue, table: Table): Reference[] {
  return table.columns.flatMap(({ name }) => {
    if (table.about?.id === name) return [{ column: name, to: "" }];
    const to = columnIn(catalogue, table.name, name).to ?? table.refers[name];
    return to && calledBy(to) ? [{ column: name, to }] : [];
  });
}

function named(to: string, column: string): Prisma.Sql {
  return Prisma.sql`(SELECT ${id(calledBy(to) ?? "id")}::text FROM ${id(to)} WHERE id = r.${id(column)})`;
}

function subjectNamed(about: { kind: string; id: string }): Prisma.Sql {
  const kinds = [...subjects].map(
    ([kind, subject]) => Prisma.sql`WHEN ${kind}::text THEN ${named(subject.table, about.id)}`,
  );
  return Prisma.sql`CASE r.${id(about.kind)} ${Prisma.join(kinds, " ")} END`;
}

/** The column by which a person knows a row of a table. */
function calledBy(name: string): string | null {
  return tables.find((table) => table.name === name)?.called ?? null;
}

function shown(catalogue: Catalogue, reach: Reach, table: Table, name: string): Prisma.Sql {
  const { type, isNullable, to } = columnIn(catalogue, table.name, name);
  const column = Prisma.sql`${id(table.alias)}.${id(name)}`;
  const instead = table.instead[name]?.(reach);
  // A reader of JSON may keep 53 bits of a number.
  if (type === "bigint") return Prisma.sql`(${instead ?? column})::text`;
  if (instead) return Prisma.sql`(${instead})::${Prisma.raw(type)}`;
  const kept = to && isNullable ? among(catalogue, reach, to) : null;
  return kept ? Prisma.sql`CASE WHEN ${column} IN (${kept}) THEN ${column} END` : column;
}

function jsonNulls(catalogue: Catalogue, table: Table): Prisma.Sql | null {
  const cases = table.columns
    .filter(({ name }) => columnIn(catalogue, table.name, name).type === "jsonb")
    .map(
      ({ name }) =>
        Prisma.sql`CASE WHEN jsonb_typeof(${id(table.alias)}.${id(name)}) = 'null' THEN ${name}::text END`,
    );
  return cases.length === 0
    ? null
    : Prisma.sql`nullif(array_remove(ARRAY[${Prisma.join(cases)}], NULL), '{}') AS ${id(JSON_NULLS)}`;
}

/** The ids of the rows of a table that go; null when all do. */
function among(catalogue: Catalogue, reach: Reach, name: string): Prisma.Sql | null {
  const table = tables.find((one) => one.name === name);
  if (!table || !isOpen(catalogue, reach, table)) return Prisma.sql`SELECT NULL::uuid`;
  const needed = conditions(catalogue, reach, table);
  return needed.length === 0
    ? null
    : Prisma.sql`SELECT ${id(table.alias)}.id FROM ${id(name)} AS ${id(table.alias)} WHERE ${all(needed)}`;
}

function isOpen(catalogue: Catalogue, reach: Reach, table: Table): boolean {
  if (table.permission && !reach.may(table.permission)) return false;
  // A row that must have what does not go does not go either.
  return table.columns.every(({ name }) => {
    const { to, isNullable } = columnIn(catalogue, table.name, name);
    const target = isNullable || to === table.name ? null : tables.find((one) => one.name === to);
    return !target || isOpen(catalogue, reach, target);
  });
}

/** By table, what other nouns than its own know of who may take its rows along. */
const narrowing = Map.groupBy(
  nounServers.flatMap(({ narrows }) => Object.entries(narrows ?? {})),
  ([table]) => table,
);

/** What a row must fulfil: its table's own rule, and that what it can't be without goes too. */
function conditions(catalogue: Catalogue, reach: Reach, table: Table): Prisma.Sql[] {
  const own = [table.rows, ...(narrowing.get(table.name) ?? []).map(([, rule]) => rule)].flatMap(
    (rule) => {
      const rows = rule(reach);
      return rows ? [rows] : [];
    },
  );
  const needed = table.columns.flatMap(({ name }) => {
    const { to, isNullable } = columnIn(catalogue, table.name, name);
    const ids = to && !isNullable ? among(catalogue, reach, to) : null;
    return ids ? [Prisma.sql`${id(table.alias)}.${id(name)} IN (${ids})`] : [];
  });
  return [...own, ...needed, ...hanging(catalogue, reach, table)];
}

/** What hangs on a subject goes where that goes. */
function hanging(catalogue: Catalogue, reach: Reach, { alias, about }: Table): Prisma.Sql[] {
  if (!about) return [];
  const kinds = [...subjects].map(([kind, subject]) => {
    const ids = among(catalogue, reach, subject.table);
    const within = ids ? Prisma.sql` AND ${id(alias)}.${id(about.id)} IN (${ids})` : Prisma.empty;
    return Prisma.sql`(${id(alias)}.${id(about.kind)} = ${kind}${within})`;
  });
  return [Prisma.sql`(${Prisma.join(kinds, " OR ")})`];
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** Identifiers come from the table of tables and from the database itself, never from input. */
function id(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}
