import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { columnsOf } from "#lib/operations/rows.ts";

type Touching = {
  operationId: string;
  touched: { written: ReadonlySet<string>; inserted: ReadonlySet<string> };
};

const followed = [...subjects].flatMap(([kind, { table, followed: isFollowed }]) =>
  isFollowed ? [{ kind, table }] : [],
);

/**
 * A SELECT of `kind` and `id` of the things that an operation touched and that can be followed: rows of theirs, and what
 * its other rows refer to, now or before. Null when it can't have touched any.
 */
export function touchedSubjects({ operationId, touched }: Touching): Prisma.Sql | null {
  const changes = changesOf(operationId);
  return union(
    [...touched.written].flatMap((table) => [
      ...ownRows(table, changes(table)),
      ...referred(table, changes(table)),
      ...said(table, changes(table)),
    ]),
  );
}

/** The same of those that it made, and those that a word was said about. */
export function subjectsMade({ operationId, touched }: Touching): Prisma.Sql | null {
  const changes = changesOf(operationId);
  return union(
    [...touched.inserted].flatMap((table) => {
      const inserted = Prisma.sql`(SELECT * FROM ${changes(table)} AS c WHERE c.before IS NULL)`;
      return [...ownRows(table, inserted), ...said(table, inserted)];
    }),
  );
}

const changesOf = (operationId: string) => (table: string) =>
  Prisma.sql`(SELECT * FROM change WHERE operation_id = ${operationId}::uuid AND table_name = ${table})`;

const union = (parts: Prisma.Sql[]) =>
  parts.length === 0 ? null : Prisma.join(parts, " UNION ALL ");

function ownRows(table: string, changes: Prisma.Sql): Prisma.Sql[] {
  return followed
    .filter((subject) => subject.table === table)
    .map(
      ({ kind }) =>
        Prisma.sql`SELECT ${kind}::text AS kind, c.row_id::uuid AS id FROM ${changes} AS c`,
    );
}

/** Of an update only what changed is recorded: what else the row refers to, it says itself. */
function referred(table: string, changes: Prisma.Sql): Prisma.Sql[] {
  return followed
    .filter(({ kind }) => columnsOf(table).includes(`${kind}_id`))
    .map(
      ({ kind }) => Prisma.sql`
        SELECT ${kind}::text AS kind, r.id
        FROM ${changes} AS c LEFT JOIN ${identifier(table)} AS t ON t.id = c.row_id::uuid,
        unnest(ARRAY[t.${identifier(`${kind}_id`)}, (c.before ->> ${`${kind}_id`})::uuid]) AS r (id)
        WHERE r.id IS NOT NULL`,
    );
}

/** What somebody wrote about one thing. */
function said(table: string, changes: Prisma.Sql): Prisma.Sql[] {
  const columns = columnsOf(table);
  if (!columns.includes("subject_id") || !columns.includes("author_id")) return [];
  return [
    Prisma.sql`
      SELECT t.subject_kind AS kind, t.subject_id AS id
      FROM ${changes} AS c JOIN ${identifier(table)} AS t ON t.id = c.row_id::uuid`,
  ];
}
