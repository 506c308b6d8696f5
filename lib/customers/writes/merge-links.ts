import "server-only";
import { z } from "zod";
import type { Write } from "#lib/operations/write.ts";
import { listRows } from "#lib/sql/rows.ts";

export type Pair = { keepId: string; otherId: string };

const linkOfOther = z.object({ id: z.guid(), both: z.boolean() });

/**
 * Insights of the other become insights of the one kept, each change recorded so that it can go back. Where an insight
 * names both, the other's tie is taken off. @returns how many insights that concerns.
 */
export async function mergeLinks(w: Write, { keepId, otherId }: Pair): Promise<number> {
  const links = await listRows(w.tx, linkOfOther)`
    SELECT l.id::text AS id, k.id IS NOT NULL AS both FROM insight_organisation l
    LEFT JOIN insight_organisation k ON k.insight_id = l.insight_id AND k.organisation_id = ${keepId}::uuid
    WHERE l.organisation_id = ${otherId}::uuid`;
  const ids = (both: boolean) => links.filter((link) => link.both === both).map(({ id }) => id);
  await w.update("insight_organisation", ids(false), { organisationId: keepId });
  await w.remove("insight_organisation", ids(true));
  return links.length;
}

export async function mergeRequesters(w: Write, { keepId, otherId }: Pair): Promise<void> {
  const theirs = await w.tx.requester.findMany({
    where: { organisationId: otherId },
    select: { id: true },
  });
  const ids = theirs.map(({ id }) => id);
  await w.update("requester", ids, { organisationId: keepId });
}
