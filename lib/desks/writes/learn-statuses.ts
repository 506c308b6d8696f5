import "server-only";
import type { Tx } from "#lib/db.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { statusOf } from "#lib/desks/jira/issues/status-words.ts";

/** Remembers what the statuses of these issues are called; they must be the desk's own answer. */
export async function learnStatuses(
  tx: Pick<Tx, "$executeRaw">,
  sourceId: string,
  issues: JiraIssue[],
): Promise<void> {
  const found = issues.flatMap(({ fields }) => {
    const status = statusOf(fields?.status);
    return status ? [[status.id, { name: status.name, category: status.category }] as const] : [];
  });
  if (found.length === 0) return;
  const statuses = JSON.stringify(Object.fromEntries(found));
  await tx.$executeRaw`
    UPDATE source_state SET fields = coalesce(fields, '{}')
      || jsonb_build_object('statuses', coalesce(fields->'statuses', '{}') || ${statuses}::jsonb)
    WHERE source_id = ${sourceId}::uuid AND NOT coalesce(fields->'statuses', '{}') @> ${statuses}::jsonb`;
}
