import "server-only";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type {
  InitiativeFields,
  ObjectiveFields,
  ThemeFields,
} from "#lib/imports/work/plans/entries.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

// What was made by hand, or came from another source, and is called the same in the same place: the file means it, where
// there is but one, and the source's files call nothing else so.

type Asks = { tx: Pick<Tx, "$queryRaw">; sourceId: string };

export function sameTheme({ tx, sourceId }: Asks, { title, tribeId, teamId }: ThemeFields) {
  return only(listRows(tx, onlyId)`
    SELECT t.id::text AS id FROM theme t
    WHERE lower(t.title) = lower(${title}) AND t.tribe_id = ${tribeId}::uuid
      AND t.team_id IS NOT DISTINCT FROM ${teamId}::uuid AND t.archived_at IS NULL AND ${unreferred(sourceId)}
    LIMIT 2`);
}

export function sameInitiative({ tx, sourceId }: Asks, { title, teamId }: InitiativeFields) {
  return only(listRows(tx, onlyId)`
    SELECT t.id::text AS id FROM initiative t
    WHERE lower(t.title) = lower(${title}) AND t.team_id = ${teamId}::uuid AND t.archived_at IS NULL
      AND ${unreferred(sourceId)}
    LIMIT 2`);
}

export function sameObjective({ tx, sourceId }: Asks, objective: ObjectiveFields) {
  const { title, quarter, level, departmentId, tribeId, craft } = objective;
  return only(listRows(tx, onlyId)`
    SELECT t.id::text AS id FROM objective t
    WHERE lower(t.title) = lower(${title}) AND t.quarter = ${quarter} AND t.level = ${level}
      AND t.department_id IS NOT DISTINCT FROM ${departmentId}::uuid
      AND t.tribe_id IS NOT DISTINCT FROM ${tribeId}::uuid AND t.craft IS NOT DISTINCT FROM ${craft}
      AND t.archived_at IS NULL AND ${unreferred(sourceId)}
    LIMIT 2`);
}

export function sameKeyResult(
  { tx, sourceId }: Asks,
  objectiveId: string,
  { title }: { title: string | null },
) {
  return only(listRows(tx, onlyId)`
    SELECT t.id::text AS id FROM key_result t
    WHERE lower(t.title) IS NOT DISTINCT FROM lower(${title}) AND t.objective_id = ${objectiveId}::uuid
      AND t.archived_at IS NULL AND ${unreferred(sourceId)}
    LIMIT 2`);
}

function unreferred(sourceId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM work_reference r WHERE r.target_id = t.id AND r.source_id = ${sourceId}::uuid)`;
}

async function only(asked: Promise<{ id: string }[]>): Promise<string | null> {
  const [one, ...more] = await asked;
  return one && more.length === 0 ? one.id : null;
}
