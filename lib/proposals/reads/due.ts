import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import type { IsRefused } from "#lib/proposals/advice/known.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

const due = z.object({ id: z.string(), insightId: z.guid() });
export type Due = z.output<typeof due>;

/** What the matcher is to look at, the newest first. One that changed twice may be there twice. */
export function listDue(most: number): Promise<Due[]> {
  return listRows(db(), due)`
    SELECT id::text AS id, insight_id::text AS "insightId" FROM proposal_due ORDER BY proposal_due.id DESC LIMIT ${most}`;
}

/** Those that wait for a Tribe, the newest first: where proposals are looked at. */
export async function listNewestInInbox(most: number): Promise<string[]> {
  const rows = await listRows(db(), onlyId)`
    SELECT id::text AS id FROM insight WHERE tribe_id IS NULL AND answer IS NULL AND merged_into_id IS NULL
    ORDER BY said_at DESC, insight.id DESC LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

const no = z.object({ insightId: z.guid(), kind: z.string(), target: z.string() });

/** To what of these insights somebody said no; a pair counts on both its sides. */
export async function findRefusals(ids: readonly string[]): Promise<(id: string) => IsRefused> {
  const rows = await listRows(db(), no)`
    SELECT insight_id::text AS "insightId", kind, coalesce(tribe_id, theme_id, other_id, organisation_id)::text AS target
    FROM proposal WHERE insight_id = ANY (${ids}::uuid[]) AND state = 'refused' AND code IS NULL
    UNION ALL
    SELECT insight_id::text, kind, code FROM proposal
    WHERE insight_id = ANY (${ids}::uuid[]) AND state = 'refused' AND code IS NOT NULL
    UNION ALL
    SELECT x.id::text, 'duplicate', CASE WHEN r.a_id = x.id THEN r.b_id ELSE r.a_id END::text
    FROM unnest(${ids}::uuid[]) AS x (id) JOIN refused_pair r ON x.id IN (r.a_id, r.b_id)`;
  const all = new Set(rows.map(({ insightId, kind, target }) => `${insightId} ${kind} ${target}`));
  const grouped = new Set(
    rows.filter(({ kind }) => kind === "new-theme").map(({ insightId }) => insightId),
  );
  return (id) => (kind, target) =>
    all.has(`${id} ${kind} ${target}`) || (kind === "new-theme" && grouped.has(id));
}
