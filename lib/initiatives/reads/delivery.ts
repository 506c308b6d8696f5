import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { Delivery } from "#lib/initiatives/views.ts";
import { day, instant } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { storedSentence } from "#lib/stored-sentence.ts";

const failure = storedSentence.nullable().catch(null);

/** Null without an epic, or before it was read for the first time. */
export async function findDelivery(viewer: Actor, initiativeId: string): Promise<Delivery | null> {
  return (await listDeliveries(viewer, [initiativeId])).get(initiativeId) ?? null;
}

const epicRow = z.object({
  initiativeId: z.guid(),
  key: z.string(),
  title: z.string().nullable(),
  status: z.string().nullable(),
  statusCategory: z.string().nullable(),
  childrenDone: z.number(),
  childrenTotal: z.number(),
  startsOn: day.nullable(),
  dueOn: day.nullable(),
  resolvedAt: instant.nullable(),
  readAt: instant,
  failure: z.unknown(),
  siteUrl: z.string().nullable(),
});

/** By initiative. Where several desks were asked, that which has it. */
export async function listDeliveries(
  viewer: Actor,
  initiativeIds: readonly string[],
): Promise<Map<string, Delivery>> {
  authorise(viewer, "plan:read");
  if (initiativeIds.length === 0) return new Map();
  const rows = await listRows(db(), epicRow)`
    SELECT DISTINCT ON (i.id) i.id::text AS "initiativeId", e.key, e.title, e.status,
      e.status_category AS "statusCategory", e.children_done AS "childrenDone", e.children_total AS "childrenTotal",
      e.starts_on::text AS "startsOn", e.due_on::text AS "dueOn", to_json(e.resolved_at) AS "resolvedAt",
      to_json(e.read_at) AS "readAt", e.failure, s.site_url AS "siteUrl"
    FROM initiative i JOIN epic e ON e.key = i.epic_key JOIN source s ON s.id = e.source_id
    WHERE i.id = ANY (${[...initiativeIds]}::uuid[]) AND e.read_at IS NOT NULL
    ORDER BY i.id, e.external_id IS NULL, e.read_at DESC`;
  return new Map(
    rows.map(({ initiativeId, siteUrl, ...row }) => [
      initiativeId,
      { ...row, failure: failure.parse(row.failure), url: linkTo(siteUrl, row.key) },
    ]),
  );
}

/** Anything but http(s) is no link. */
function linkTo(siteUrl: string | null, key: string): string | null {
  if (!siteUrl || !/^https?:\/\//i.test(siteUrl) || !URL.canParse(siteUrl)) return null;
  return new URL(`${siteUrl.replace(/\/$/, "")}/browse/${encodeURIComponent(key)}`).href;
}
