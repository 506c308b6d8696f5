import "server-only";
import type { Write } from "#lib/operations/write.ts";

/** Notes that the desk no longer has these; nothing else about them changes here. @returns how many it still had. */
export async function markDeleted(
  w: Write,
  sourceId: string,
  deleted: { issueId: string; at: Date }[],
): Promise<number> {
  if (deleted.length === 0) return 0;
  return w.tx.$executeRaw`
    WITH written AS (
      UPDATE ticket t SET deleted_in_desk_at = g.at, version = t.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(deleted)}::jsonb) AS g ("issueId" text, at timestamptz)
      WHERE t.source_id = ${sourceId}::uuid AND t.external_id = g."issueId" AND t.deleted_in_desk_at IS NULL
      RETURNING t.id, old.version AS version_before, new.version AS version_after, t.deleted_in_desk_at AS at
    )
    INSERT INTO change (operation_id, table_name, row_id, version_before, version_after, before, after)
    SELECT ${w.operationId}::uuid, 'ticket', id::text, version_before, version_after,
      '{"deleted_in_desk_at": null}'::jsonb, jsonb_build_object('deleted_in_desk_at', at) FROM written`;
}

/** What the desk shows again was hidden from us for a while. @param before when it was last seen to be gone */
export async function unmarkDeleted(
  { tx }: Pick<Write, "tx">,
  sourceId: string,
  issueIds: string[],
  before: Date,
): Promise<number> {
  if (issueIds.length === 0) return 0;
  return tx.$executeRaw`
    UPDATE ticket SET deleted_in_desk_at = NULL, version = version + 1
    WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${issueIds}) AND deleted_in_desk_at < ${before}`;
}
