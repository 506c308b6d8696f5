import "server-only";
import { z } from "zod";
import { namesakes } from "#lib/erasure/declared.ts";
import type { RowKey, TextTable } from "#lib/erasure/reads/text-tables.ts";
import type { Forgotten } from "#lib/forgotten/forgotten.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

type W = Pick<Write, "tx">;

export type Search = {
  /** Says exactly what goes. */
  forgotten: Forgotten;
  /** In lower case: whoever else is called so keeps the name. */
  names: string[];
};

const wholeRow = z.object({ row: z.record(z.string(), z.unknown()) });

/** Takes every mention out of these rows' texts. @returns how many rows changed. */
export async function eraseInTexts(
  w: W,
  { table, columns, keys }: TextTable,
  places: RowKey[],
  { forgotten, names }: Search,
): Promise<number> {
  const same = Prisma.join(
    keys.map(({ key }) => Prisma.sql`t.${identifier(key)} = r.${identifier(key)}`),
    " AND ",
  );
  const found = await listRows(w.tx, wholeRow)`
    SELECT to_jsonb(t.*) - 'search' AS row
    FROM ${identifier(table)} AS t, jsonb_populate_recordset(NULL::${identifier(table)}, ${JSON.stringify(places)}::jsonb) AS r
    WHERE ${same} FOR UPDATE OF t`;
  const spared = await namesakesIn(
    w,
    names,
    found.flatMap(({ row }) => idsOf(row)),
  );
  let changed = 0;
  for (const { row } of found) {
    const of = {
      language: typeof row.language === "string" ? row.language : null,
      isNamesakes: idsOf(row).some((id) => spared.has(id)),
    };
    const set = columns.flatMap(({ column, type }) => {
      const after = forgotten.json(row[column], of);
      if (JSON.stringify(after) === JSON.stringify(row[column])) return [];
      return [Prisma.sql`${identifier(column)} = ${asColumn(type, after)}`];
    });
    if (set.length === 0) continue;
    // Who has it open must not save the old text over the new one.
    const bump = typeof row.version === "number" ? [Prisma.sql`version = t.version + 1`] : [];
    const place = JSON.stringify(Object.fromEntries(keys.map(({ key }) => [key, row[key]])));
    await w.tx.$executeRaw`
      UPDATE ${identifier(table)} AS t SET ${Prisma.join([...set, ...bump])}
      FROM jsonb_populate_record(NULL::${identifier(table)}, ${place}::jsonb) AS r WHERE ${same}`;
    changed += 1;
  }
  return changed;
}

const naming = new Set(["id", "row_id", ...namesakes.map(([column]) => column)]);

function idsOf(row: Record<string, unknown>): string[] {
  return Object.entries(row).flatMap(([column, value]) =>
    naming.has(column) && typeof value === "string" && isOperationId(value) ? [value] : [],
  );
}

/** Those of the ids that are of somebody else of that name. */
async function namesakesIn(w: W, names: string[], candidates: string[]): Promise<Set<string>> {
  if (names.length === 0 || candidates.length === 0) return new Set();
  const theirs = namesakes.map(([, among]) => among(names));
  const found = await listRows(w.tx, onlyId)`
    WITH one AS MATERIALIZED (SELECT DISTINCT id::uuid AS id FROM unnest(${candidates}::text[]) AS id)
    SELECT id::text AS id FROM (${Prisma.join(theirs, " UNION ALL ")}) AS theirs`;
  return new Set(found.map(({ id }) => id));
}

function asColumn(type: string, value: unknown): Prisma.Sql {
  if (type === "jsonb") return Prisma.sql`${JSON.stringify(value)}::jsonb`;
  if (Array.isArray(value)) return Prisma.sql`${value.map(String)}::text[]`;
  return Prisma.sql`${String(value)}`;
}
