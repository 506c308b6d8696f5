import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import type { KnownInsight } from "#lib/proposals/advice/known.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { hanging, whole } from "#lib/sql/whole-insights.ts";

/** How much of a text the matcher reads. */
const longestRead = 8000;

const toMatch = z.object({
  id: z.guid(),
  title: z.string().nullable(),
  body: z.string(),
  saidAt: z.number(),
  kind: z.enum(insightKinds),
  severity: z.string().nullable(),
  language: z.string().nullable(),
  tribeId: z.guid().nullable(),
  teamId: z.guid().nullable(),
  answer: z.enum(answers).nullable(),
  mergedIntoId: z.guid().nullable(),
  themes: z.array(z.guid()),
  customers: z.array(z.string()),
  requesters: z.array(z.string()),
  domains: z.array(z.string()),
  employers: z.array(z.guid()),
});

/** These, whatever became of them; what is gone is missing. */
export function listToMatch(ids: readonly string[]): Promise<KnownInsight[]> {
  return listThose(Prisma.sql`i.id = ANY (${ids}::uuid[]) ORDER BY i.said_at, i.id`);
}

export type Place = { saidAt: number; id: string };

/** All that stand, by when they were said, the oldest first: those after a place. */
export function listPageToMatch(after: Place | null, most: number): Promise<KnownInsight[]> {
  const beyond = after
    ? Prisma.sql`AND (i.said_at, i.id) > (to_timestamp(${after.saidAt}::float8 / 1000), ${after.id}::uuid)`
    : Prisma.empty;
  return listThose(
    Prisma.sql`i.merged_into_id IS NULL ${beyond} ORDER BY i.said_at, i.id LIMIT ${most}`,
  );
}

function listThose(which: Prisma.Sql): Promise<KnownInsight[]> {
  return listRows(db(), toMatch)`
    SELECT i.id::text AS id, i.title, left(i.body, ${longestRead}) AS body,
      (extract(epoch FROM i.said_at) * 1000)::float8 AS "saidAt", i.kind, i.severity, i.language,
      i.tribe_id::text AS "tribeId", i.team_id::text AS "teamId", i.answer, i.merged_into_id::text AS "mergedIntoId",
      ARRAY(SELECT DISTINCT l.theme_id::text FROM ${hanging("theme_insight")} JOIN theme h ON h.id = l.theme_id
        WHERE m.root_id = i.id AND h.archived_at IS NULL) AS themes,
      ARRAY(SELECT o.name FROM organisation o WHERE o.id IN
        (SELECT l.organisation_id FROM insight_organisation l WHERE l.insight_id IN (${whole})) ORDER BY o.name) AS customers,
      asked.names AS requesters, asked.domains, asked.employers
    FROM insight i CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(r.name ORDER BY r.id), '{}') AS names,
        coalesce(array_agg(split_part(lower(r.email), '@', 2) ORDER BY r.id) FILTER (WHERE r.email LIKE '%@%'), '{}') AS domains,
        coalesce(array_agg(r.organisation_id::text ORDER BY r.id) FILTER (WHERE r.organisation_id IS NOT NULL), '{}') AS employers
      FROM requester r WHERE r.erased_at IS NULL
        AND r.id IN (SELECT l.requester_id FROM insight_requester l WHERE l.insight_id IN (${whole}))
    ) AS asked
    WHERE ${which}`;
}

const instant = z.object({ saidAt: z.number() });

/** When the one was said that has so many decided ones behind it; null where there are fewer. */
export async function findNthDecided(count: number): Promise<number | null> {
  const row = await findRow(db(), instant)`
    SELECT (extract(epoch FROM said_at) * 1000)::float8 AS "saidAt" FROM insight
    WHERE tribe_id IS NOT NULL AND merged_into_id IS NULL ORDER BY said_at DESC, id DESC OFFSET ${count} LIMIT 1`;
  return row?.saidAt ?? null;
}
