import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { type StatusWords, statusOf } from "#lib/desks/jira/issues/status-words.ts";

// A desk tells its statuses in one language when it is asked, and in the site's own in its events. What they are called
// is remembered by their ids as the desk says it when asked, so that a ticket's status is one word, whoever told it.

/** By the desk's id of the status. */
export type KnownStatuses = ReadonlyMap<string, StatusWords>;

const kept = z
  .record(z.string(), z.object({ name: z.string(), category: z.string().nullable() }))
  .catch({});

export async function readKnownStatuses(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
): Promise<KnownStatuses> {
  const [state] = await tx.$queryRaw<{ statuses: unknown }[]>`
    SELECT fields->'statuses' AS statuses FROM source_state WHERE source_id = ${sourceId}::uuid`;
  return new Map(Object.entries(kept.parse(state?.statuses ?? {})));
}

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
