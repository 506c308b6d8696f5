import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { StatusWords } from "#lib/desks/jira/issues/status-words.ts";
import { findRow } from "#lib/sql/rows.ts";

// A desk tells its statuses in one language when it is asked, and in the site's own in its events. What they are called
// is remembered by their ids as the desk says it when asked, so that a ticket's status is one word, whoever told it.

/** By the desk's id of the status. */
export type KnownStatuses = ReadonlyMap<string, StatusWords>;

const kept = z
  .record(z.string(), z.object({ name: z.string(), category: z.string().nullable() }))
  .catch({});

/** An old version may have kept something else: `kept` reads it. */
const whatIsKept = z.object({ statuses: z.unknown() });

export async function readKnownStatuses(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
): Promise<KnownStatuses> {
  const state = await findRow(tx, whatIsKept)`
    SELECT fields->'statuses' AS statuses FROM source_state WHERE source_id = ${sourceId}::uuid`;
  return new Map(Object.entries(kept.parse(state?.statuses ?? {})));
}
