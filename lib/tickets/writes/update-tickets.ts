import "server-only";
import { organisationCalled } from "#lib/customers/reads/organisation-names.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { ticketColumns } from "#lib/tickets/columns.ts";
import type { Target } from "#lib/tickets/target.ts";
import { comparedColumns, differs } from "#lib/tickets/writes/compared-columns.ts";

/**
 * What differs in the columns that the file has; an older state of the ticket changes nothing. The insight follows
 * in what nobody has rewritten here, and its customers and requester with it. @returns how many tickets changed.
 */
export async function updateTickets(w: Write, target: Target): Promise<number> {
  const columns = comparedColumns(target);
  const set = Prisma.join(columns.map((c) => Prisma.sql`${c.name} = ${c.value}`));
  const changed = await listRows(w.tx, onlyId)`
    WITH written AS (
      UPDATE ticket t SET ${set}, row_hash = convert_to(s.row_hash, 'UTF8'), version = t.version + 1
      FROM staged s WHERE ${differs(columns, target)}
      RETURNING t.id, old.version AS version_before, new.version AS version_after,
        ${historyOf("old")} AS before, ${historyOf("new")} AS after,
        old.title AS old_title, old.body AS old_body, old.severity AS old_severity,
        new.title AS new_title, new.body AS new_body, new.severity AS new_severity, s.changed_at,
        old.organisation_names AS old_names, new.organisation_names AS new_names,
        s.search, s.search_by, s.title AS told_title, s.body AS told_body,
        old.reporter_key AS old_reporter, new.reporter_key AS new_reporter, old.desk_updated_at AS old_updated
        ${target.keepsBefore ? wasBefore : Prisma.empty}
    ), followed AS (
      UPDATE insight i SET
        title = ${titleNow}, body = ${bodyNow},
        search = CASE WHEN ${isAsTold} THEN c.search ELSE i.search END,
        search_by = CASE WHEN ${isAsTold} THEN c.search_by ELSE i.search_by END,
        severity = CASE WHEN i.severity IS NOT DISTINCT FROM c.old_severity THEN c.new_severity ELSE i.severity END,
        version = i.version + CASE WHEN
          (i.title IS NOT DISTINCT FROM c.old_title AND c.new_title IS DISTINCT FROM c.old_title)
          OR (i.body = c.old_body AND c.new_body <> c.old_body) THEN 1 ELSE 0 END,
        updated_at = ${target.takesOlder ? asBefore : Prisma.sql`greatest(i.updated_at, c.changed_at)`}
      FROM written c WHERE i.ticket_id = c.id AND i.split_from_id IS NULL
      RETURNING i.id, old.version AS version_before, new.version AS version_after,
        jsonb_build_object('title', old.title, 'body', old.body) AS before,
        jsonb_build_object('title', new.title, 'body', new.body) AS after
    ), left_organisation AS (
      DELETE FROM insight_organisation l USING written c, insight i
      WHERE i.ticket_id = c.id AND i.split_from_id IS NULL AND l.insight_id = i.id
        AND c.old_names IS DISTINCT FROM c.new_names
        AND EXISTS (SELECT FROM unnest(c.old_names) n WHERE ${organisationCalled(Prisma.sql`lower(n)`)} = l.organisation_id)
        AND NOT EXISTS (SELECT FROM unnest(c.new_names) n WHERE ${organisationCalled(Prisma.sql`lower(n)`)} = l.organisation_id)
    ), left_requester AS (
      DELETE FROM insight_requester l USING written c, insight i, requester r
      WHERE i.ticket_id = c.id AND i.split_from_id IS NULL AND l.insight_id = i.id AND r.id = l.requester_id
        AND r.external_key = c.old_reporter AND c.new_reporter IS DISTINCT FROM c.old_reporter
    ), recorded AS (
      INSERT INTO change (operation_id, table_name, row_id, version_before, version_after, before, after)
      SELECT ${w.operationId}::uuid, 'ticket', id::text, version_before, version_after, before, after FROM written
      UNION ALL
      SELECT ${w.operationId}::uuid, 'insight', id::text, version_before, version_after, before, after FROM followed
      WHERE version_before <> version_after
    ) ${target.keepsBefore ? keptFor(target.runId) : Prisma.empty}
    SELECT id::text AS id FROM written`;
  await w.tx.$executeRaw`
    INSERT INTO ticket_key (source_id, key, ticket_id)
    SELECT ${target.sourceId}::uuid, key, ticket_id FROM staged WHERE NOT is_new AND key IS NOT NULL
    ON CONFLICT (source_id, key) DO NOTHING`;
  await w.tx.$executeRaw`
    UPDATE staged s SET insight_id = i.id, reporter_key = t.reporter_key, reporter_name = t.reporter_name
    FROM ticket t JOIN insight i ON i.ticket_id = t.id
    WHERE NOT s.is_new AND NOT s.superseded AND t.id = s.ticket_id AND i.split_from_id IS NULL
      AND s.ticket_id = ANY (${changed.map((row) => row.id)}::uuid[])`;
  return changed.length;
}

// What somebody has rewritten here stays.
const titleNow = Prisma.sql`CASE WHEN i.title IS NOT DISTINCT FROM c.old_title THEN c.new_title ELSE i.title END`;
const bodyNow = Prisma.sql`CASE WHEN i.body = c.old_body THEN c.new_body ELSE i.body END`;

/** The row brought what the insight's words are found by, where they are the row's. The worker makes it for the others. */
const isAsTold = Prisma.sql`c.search IS NOT NULL AND ${titleNow} IS NOT DISTINCT FROM c.told_title AND ${bodyNow} = c.told_body`;

/** An insight that was changed with its ticket was changed when that one was before. */
const asBefore = Prisma.sql`
  CASE WHEN i.updated_at = c.old_updated THEN coalesce(c.changed_at, i.updated_at) ELSE i.updated_at END`;

/** The columns of a change that a person is shown. */
function historyOf(row: "old" | "new"): Prisma.Sql {
  return builtOf(
    ticketColumns.flatMap(({ name, ticket, inHistory }) =>
      ticket && inHistory ? [`'${name}', ${row}.${ticket}`] : [],
    ),
  );
}

/** All that a ticket was, by the names of the staging table: `restore-tickets.ts` stages it again. */
const wasBefore = Prisma.sql`, t.import_run_id AS created_by, convert_to(s.row_hash, 'UTF8') AS written_hash,
  ${builtOf(
    ticketColumns.flatMap(({ name, ticket, isBytes }) => {
      const value = isBytes ? `convert_from(old.${ticket}, 'UTF8')` : `old.${ticket}`;
      return ticket ? [`'${name}', ${value}`] : [];
    }),
  )} AS was`;

function builtOf(pairs: string[]): Prisma.Sql {
  return Prisma.raw(`jsonb_build_object(${pairs.join(", ")})`);
}

/** What was before the first change of the run, and what its last one wrote; what the run created goes as a whole. */
function keptFor(runId: string | null): Prisma.Sql {
  return Prisma.sql`, kept AS (
    INSERT INTO import_before (import_run_id, ticket_id, before, written_hash)
    SELECT ${runId}::uuid, id, was, written_hash FROM written WHERE created_by IS DISTINCT FROM ${runId}::uuid
    ON CONFLICT (import_run_id, ticket_id) DO UPDATE SET written_hash = excluded.written_hash)`;
}
