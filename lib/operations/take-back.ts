import "server-only";
import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { brokenConstraint, brokenRule } from "#lib/operations/broken-rule.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { aChange, recorded } from "#lib/operations/recorded.ts";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import { type Run, runsOf } from "#lib/operations/undo-runs.ts";
import type { Write } from "#lib/operations/write.ts";
import { listRows } from "#lib/sql/rows.ts";

const aColumn = z.object({ name: z.string(), type: z.string(), isGenerated: z.boolean() });
type Column = z.infer<typeof aColumn>;

/**
 * The inverse of these changes, last first, a statement for each run of alike ones. A row is set back only where it
 * still holds what was written: of the columns that were recorded, so that one added since changes nothing.
 * The rules of the database hold when all is back: on the way there it may be otherwise.
 * @throws UserError `undo-changed-since`, or the sentence of a rule that would be broken
 */
export async function takeBackChanges(w: Write, changes: readonly Recorded[]): Promise<void> {
  await w.tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
  for (const run of runsOf(changes)) {
    const touched = await inverse(w, run).catch(refusedByDatabase);
    if (touched < run.ids.length) throw new UserError("undo-changed-since");
    await recordInverse(w, run);
  }
  await w.tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`.catch(refusedByDatabase);
}

/** An operation's changes, last first. */
export function listChanges(w: Write, operationId: string): Promise<Recorded[]> {
  return listRows(w.tx, aChange)`
    SELECT ${recorded} FROM change c WHERE c.operation_id = ${operationId}::uuid ORDER BY c.id DESC`;
}

/** @returns how many rows are back as they were */
async function inverse(w: Write, { table, kind, columns, ids }: Run): Promise<number> {
  const there = await columnsOf(w, table);
  const kept = there.filter(({ name, isGenerated }) => columns.includes(name) && !isGenerated);
  const key = there.find(({ name }) => name === "id");
  if (!key) throw new Error(`${table} has no id`);
  const parts = {
    table: identifier(table),
    ids: Prisma.sql`c.id = ANY (${ids}::bigint[])`,
    row: Prisma.sql`t.id = c.row_id::${Prisma.raw(key.type)}`,
    same: isAsWritten(kept),
  };
  if (kind === "insert")
    return w.tx.$executeRaw`
      DELETE FROM ${parts.table} AS t
      USING change c, jsonb_populate_record(NULL::${parts.table}, c.after) AS written
      WHERE ${parts.ids} AND ${parts.row} AND ${parts.same}`;
  if (kind === "delete") {
    const names = Prisma.join(kept.map(({ name }) => identifier(name)));
    const values = Prisma.join(kept.map(({ name }) => Prisma.sql`gone.${identifier(name)}`));
    return w.tx.$executeRaw`
      INSERT INTO ${parts.table} (${names})
      SELECT ${values} FROM change c, jsonb_populate_record(NULL::${parts.table}, c.before) AS gone
      WHERE ${parts.ids} ORDER BY c.id DESC`;
  }
  const back = kept.map(({ name }) => Prisma.sql`${identifier(name)} = wanted.${identifier(name)}`);
  const isVersioned = there.some(({ name }) => name === "version");
  const bump = isVersioned ? [Prisma.sql`version = t.version + 1`] : [];
  return w.tx.$executeRaw`
    UPDATE ${parts.table} AS t SET ${Prisma.join([...back, ...bump])}
    FROM change c, jsonb_populate_record(NULL::${parts.table}, c.before) AS wanted,
      jsonb_populate_record(NULL::${parts.table}, c.after) AS written
    WHERE ${parts.ids} AND ${parts.row} AND ${parts.same}`;
}

function isAsWritten(columns: readonly Column[]): Prisma.Sql {
  const same = columns
    .filter(({ name }) => name !== "version")
    .map(
      ({ name }) =>
        Prisma.sql`t.${identifier(name)} IS NOT DISTINCT FROM written.${identifier(name)}`,
    );
  return same.length === 0 ? Prisma.sql`true` : Prisma.join(same, " AND ");
}

function columnsOf(w: Write, table: string): Promise<Column[]> {
  return listRows(w.tx, aColumn)`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attgenerated <> '' AS "isGenerated"
    FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped`;
}

async function recordInverse(w: Write, { ids }: Run): Promise<void> {
  await w.tx.$executeRaw`
    INSERT INTO change (operation_id, table_name, row_id, before, after)
    SELECT ${w.operationId}::uuid, table_name, row_id, after, before FROM change
    WHERE id = ANY (${ids}::bigint[]) ORDER BY id DESC`;
}

/** A rule says which; else what was built on a row since holds it, as a key or a check of the database says. */
function refusedByDatabase(error: unknown): never {
  const broken = brokenConstraint(error);
  if (!broken) throw error;
  const isRule = broken.code === "23514" || broken.message.includes("_idx");
  throw (isRule && brokenRule(error)) || new UserError("undo-changed-since");
}
