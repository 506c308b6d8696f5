import "server-only";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { MeasureFields } from "#lib/okrs/schema.ts";
import type { Fields } from "#lib/operations/rows.ts";
import type { Said } from "#lib/operations/said.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { stands } from "#lib/sql/standing-check-in.ts";

// All that is ever written of key results and where they stand, for commands, imports and undo alike.

/**
 * The last of their objective, in the order given.
 * @throws UserError `key-result-own-measure-taken` when a second one would be without a title
 */
export async function addKeyResults(
  w: Write,
  objectiveId: string,
  measures: readonly MeasureFields[],
): Promise<string[]> {
  const others = await lockedKeyResults(w, objectiveId);
  requireOneOwnMeasure([...others, ...measures]);
  const rows = measures.map((measure) => ({ objectiveId, ...measure }));
  return insertKeyResults(w, rows, others.length);
}

/** Those of objectives that nobody else knows of yet. @param position of the first */
export function insertKeyResults(
  w: Write,
  measures: readonly (MeasureFields & { objectiveId: string })[],
  position: number,
): Promise<string[]> {
  const rows = measures.map((measure, index) => ({ ...measure, position: position + index }));
  return w.insert("key_result", rows);
}

/**
 * Sets the same fields on each. @returns the ids that were there
 * @throws UserError `changed-meanwhile` when `version` is given and somebody was faster
 */
export function changeKeyResults(
  w: Write,
  ids: readonly string[],
  fields: Fields<"key_result">,
  version?: number,
): Promise<string[]> {
  return w.update("key_result", [...ids], fields, version);
}

export type NewCheckIn = {
  keyResultId: string;
  value: number;
  confidence: string | null;
  note: string | null;
};

/**
 * Says where key results stand, each once. The change is the key result's, so that its history tells it; the word stays
 * in the check-in.
 */
export async function keepCheckIns(
  w: Write,
  checkIns: readonly NewCheckIn[],
  { byId, at }: Said,
): Promise<string[]> {
  const rows = await listRows(w.tx, onlyId)`
    WITH given AS (
      SELECT g.*, ${lastValue(Prisma.sql`g."keyResultId"`)} AS previous
      FROM jsonb_to_recordset(${JSON.stringify(checkIns)}::jsonb)
        AS g ("keyResultId" uuid, value float8, confidence text, note text)
    ), told AS (
      INSERT INTO change (operation_id, table_name, row_id, before, after)
      SELECT ${w.operationId}::uuid, 'key_result', "keyResultId"::text,
        jsonb_build_object('now', previous), jsonb_build_object('now', value) FROM given
    )
    INSERT INTO check_in (key_result_id, value, confidence, note, by_id, at)
    SELECT "keyResultId", value, confidence, note, ${byId}::uuid, ${at} FROM given
    RETURNING id::text AS id`;
  return rows.map(({ id }) => id);
}

/** Takes a check-in out of what counts by a row of its own; the change is the key result's, as that of a check-in is. */
export async function retract(
  w: Write,
  { id, keyResultId }: { id: string; keyResultId: string },
  { byId, at }: Said,
): Promise<void> {
  await w.tx.checkIn.create({ data: { keyResultId, retractsId: id, byId, at } });
  await w.tx.$executeRaw`
    INSERT INTO change (operation_id, table_name, row_id, before, after)
    VALUES (${w.operationId}::uuid, 'key_result', ${keyResultId},
      jsonb_build_object('now', (SELECT value FROM check_in WHERE id = ${id}::uuid)),
      jsonb_build_object('now', ${lastValue(Prisma.sql`${keyResultId}::uuid`)}))`;
}

/** Where a key result stands, by what was said of it last. */
function lastValue(keyResultId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT c.value FROM check_in c WHERE c.key_result_id = ${keyResultId} AND ${stands}
    ORDER BY c.at DESC, c.id DESC LIMIT 1)`;
}

/** Locks the objective: two who add to it take turns. */
export async function lockedKeyResults(w: Write, objectiveId: string) {
  await w.tx.$executeRaw`SELECT 1 FROM objective WHERE id = ${objectiveId}::uuid FOR UPDATE`;
  const where = { objectiveId, archivedAt: null };
  return w.tx.keyResult.findMany({ where, select: { id: true, title: true } });
}

/** @throws UserError `key-result-own-measure-taken` */
export function requireOneOwnMeasure(keyResults: readonly { title: string | null }[]): void {
  if (keyResults.filter((keyResult) => keyResult.title === null).length > 1)
    throw new UserError("key-result-own-measure-taken");
}
