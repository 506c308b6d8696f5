import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { OperationName } from "#lib/operations/catalogue.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { requireRightToUndo } from "#lib/operations/undo-right.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";

/** Acts that a mere inverse would not take back: a committed picture is kept, a check-in is a statement. */
const final: ReadonlySet<string> = new Set<OperationName>([
  "undo",
  "roadmap.committed",
  "roadmap.closed",
  "roadmap.pictured",
  "key-result.checked-in",
  "insight.handed-in",
  "import.started",
  "import.answered",
  "import.retried",
  "import.batch",
  "import.finished",
  "import.refused",
  "import.undo-asked",
  "import.undo-batch",
  "import.undone",
  "source.saved",
  "source.paused",
  "source.resumed",
  "source.pull-asked",
  "source.disconnected",
  "source.pulled",
  "source.event-taken",
  "epic.read",
  "customer.merged",
  "customer.parted",
  "customer.imported",
  "requester.erased",
  "requester.erased-further",
  "person.added",
  "person.edited",
  "person.deactivated",
  "person.signed-in-first",
  "setup.completed",
]);

type Target = { name: string; actorId: string | null; undoneById: string | null };
export type Done = {
  tableName: string;
  rowId: string;
  before: Prisma.JsonObject | null;
  after: Prisma.JsonObject | null;
};

/**
 * Takes back one of one's own operations by the inverse of each change, last first. A row is set back only where
 * it still holds what the operation wrote.
 * @throws UserError `undo-not-yours`, `undo-not-possible`, `undo-done-before`, `undo-changed-since`, `not-allowed`,
 *   `quarter-committed`, `quarter-closed`, `last-admin`
 */
export async function undoOperation(actor: Actor, input: { operationId: string }, call: Call) {
  const visibility = await visibilityOf(input.operationId);
  const meta = { name: "undo", params: { of: input.operationId }, visibility } as const;
  return write(actor, call, meta, async (w) => {
    const target = await lockedOperation(w, input.operationId);
    const actorId = actor.kind === "person" ? actor.id : null;
    if (target.actorId !== actorId && !(visibility === "all" && can(actor, "settings:manage")))
      throw new UserError("undo-not-yours");
    if (final.has(target.name)) throw new UserError("undo-not-possible");
    if (target.undoneById) throw new UserError("undo-done-before");
    await requireRightToUndo(w.tx, actor, { id: input.operationId, name: target.name });
    const changes = await w.tx.$queryRaw<Done[]>`
      SELECT table_name AS "tableName", row_id AS "rowId", before, after FROM change
      WHERE operation_id = ${input.operationId}::uuid ORDER BY id DESC`;
    for (const change of changes) await takeBack(w, change).catch(refusedByDatabase);
    if (changes.some(({ tableName }) => tableName === "hat")) await requireAdmin(w, call);
    await w.tx.$executeRaw`
      UPDATE operation SET undone_by_id = ${call.operationId}::uuid WHERE id = ${input.operationId}::uuid`;
    return { undone: input.operationId, rows: changes.length };
  });
}

/** Who may see that something happened may see that it was undone, and nobody else. */
async function visibilityOf(operationId: string): Promise<string> {
  const target = await db().operation.findUnique({
    where: { id: operationId },
    select: { visibility: true },
  });
  return target?.visibility ?? "all";
}

async function lockedOperation(w: Write, id: string): Promise<Target> {
  const rows = await w.tx.$queryRaw<Target[]>`
    SELECT name, actor_id AS "actorId", undone_by_id AS "undoneById" FROM operation WHERE id = ${id}::uuid FOR UPDATE`;
  const target = rows[0];
  if (!target) throw new UserError("not-found");
  return target;
}

/** The inverse of one change, where the row still holds what it wrote. */
export async function takeBack(w: Write, change: Done): Promise<void> {
  const table = identifier(change.tableName);
  const touched = change.after && change.before ? await setBack(w, table, change) : 1;
  if (touched === 0) throw new UserError("undo-changed-since");
  if (change.before && change.after) return;
  if (change.after) {
    const gone = await w.tx.$executeRaw`
      DELETE FROM ${table} AS t
      WHERE t.id::text = ${change.rowId}
        AND to_jsonb(t.*) - 'search' - 'version' = ${JSON.stringify(change.after)}::jsonb - 'version'`;
    if (gone === 0) throw new UserError("undo-changed-since");
    await recordInverse(w, change);
    return;
  }
  const columns = Prisma.join(Object.keys(change.before ?? {}).map(identifier));
  await w.tx.$executeRaw`
    INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, ${JSON.stringify(change.before)}::jsonb)`;
  await recordInverse(w, change);
}

/** What was built on a row since holds it: a key or a check of the database says so. */
export function refusedByDatabase(error: unknown): never {
  const isKnown = error instanceof Prisma.PrismaClientKnownRequestError;
  const said = isKnown ? `${error.code} ${JSON.stringify(error.meta)} ${error.message}` : "";
  if (/^P200[234]|\b23(001|502|503|505|514|P01)\b/.test(said))
    throw new UserError("undo-changed-since");
  throw error;
}

/** Hats taken back leave somebody who may change the settings. */
async function requireAdmin(w: Write, at: Moment): Promise<void> {
  const today = todayOf(at);
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last-admin'))`;
  const admins = await w.tx.hat.count({
    where: {
      code: "product-ops",
      startsOn: { lte: new Date(today) },
      OR: [{ endsOn: null }, { endsOn: { gt: new Date(today) } }],
      person: { deactivatedAt: null },
    },
  });
  if (admins === 0) throw new UserError("last-admin");
}

async function setBack(w: Write, table: Prisma.Sql, change: Done): Promise<number> {
  const columns = Object.keys(change.before ?? {});
  const back = Prisma.join(
    columns.map((c) => Prisma.sql`${identifier(c)} = wanted.${identifier(c)}`),
  );
  const same = Prisma.join(
    columns.map(
      (c) => Prisma.sql`t.${identifier(c)} IS NOT DISTINCT FROM written.${identifier(c)}`,
    ),
    " AND ",
  );
  const bump = await versionBump(w, change);
  const touched = await w.tx.$executeRaw`
    UPDATE ${table} AS t SET ${back}${bump}
    FROM jsonb_populate_record(NULL::${table}, ${JSON.stringify(change.before)}::jsonb) AS wanted,
      jsonb_populate_record(NULL::${table}, ${JSON.stringify(change.after)}::jsonb) AS written
    WHERE t.id::text = ${change.rowId} AND ${same}`;
  if (touched > 0) await recordInverse(w, change);
  return touched;
}

async function versionBump(w: Write, change: Done): Promise<Prisma.Sql> {
  const rows = await w.tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = ${change.tableName}::regclass AND attname = 'version') AS found`;
  return rows[0]?.found ? Prisma.sql`, version = t.version + 1` : Prisma.empty;
}

async function recordInverse(w: Write, change: Done): Promise<void> {
  await w.tx.$executeRaw`
    INSERT INTO change (operation_id, table_name, row_id, before, after)
    VALUES (${w.operationId}::uuid, ${change.tableName}, ${change.rowId},
      ${change.after && JSON.stringify(change.after)}::jsonb, ${change.before && JSON.stringify(change.before)}::jsonb)`;
  if (change.tableName === "initiative" && change.before && change.after)
    await keepFactors(w, change);
}

/** A score taken back is a new version of its factors: their history is never rewritten. */
async function keepFactors(w: Write, change: Done): Promise<void> {
  const factors = {
    reach: "reach",
    impact_hundredths: "impact",
    confidence_hundredths: "confidence",
    effort_half_months: "effort",
  };
  for (const [column, factor] of Object.entries(factors)) {
    if (!change.before || !(column in change.before)) continue;
    const value = change.before[column];
    await w.tx.$executeRaw`
      INSERT INTO rice_version (initiative_id, factor, value, set_by_id, set_at)
      SELECT ${change.rowId}::uuid, ${factor}, ${typeof value === "number" ? value : null}::int, actor_id, at
      FROM operation WHERE id = ${w.operationId}::uuid`;
  }
}
