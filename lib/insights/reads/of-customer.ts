import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { outcomes, type RequestPart } from "#lib/insights/outcomes.ts";
import { answerNamedSql } from "#lib/insights/reads/answer-named.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import { answerNamed } from "#lib/insights/views.ts";
import { excerpt } from "#lib/rich-text/plain-text.ts";
import { instant, quarter } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

// What a customer asked for: each thing once, whatever was merged; for those who don't see all insights, as far as they
// see it. `id` is the insight that is shown, `root_id` the one that says what became of it.

/** Ids of what that customer asked for, as `id` and `root_id`. */
export function askedBy(viewer: Actor, organisationId: string): Prisma.Sql {
  if (viewer.kind === "system" || can(viewer, "insight:list"))
    return Prisma.sql`SELECT DISTINCT m.root_id AS id, m.root_id FROM ${hanging("insight_organisation")}
      WHERE l.organisation_id = ${organisationId}::uuid`;
  return Prisma.sql`SELECT DISTINCT ON (i.root_id) i.id, i.root_id
    FROM insight_organisation l JOIN insight i ON i.id = l.insight_id
    WHERE l.organisation_id = ${organisationId}::uuid AND ${visibleSql(viewer)}
    ORDER BY i.root_id, i.id <> i.root_id, i.id`;
}

const requestCount = z.object({ outcome: z.enum(outcomes), count: z.number() });
export type RequestCount = z.output<typeof requestCount>;

/** How many there are of each outcome, in its order; none of those that nothing came to. */
export async function countRequestsOf(
  viewer: Actor,
  organisationId: string,
): Promise<RequestCount[]> {
  authorise(viewer, "customer:read");
  const rows = await listRows(db(), requestCount)`
    SELECT coalesce(r.answer, 'open') AS outcome, count(*)::int AS count
    FROM (${askedBy(viewer, organisationId)}) AS asked JOIN insight r ON r.id = asked.root_id GROUP BY 1`;
  return outcomes.flatMap((outcome) => rows.filter((row) => row.outcome === outcome));
}

const requestRow = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string().nullable(),
  /** The beginning of the text, for one without a title. */
  excerpt: z.string().nullable(),
  kind: z.enum(insightKinds),
  saidAt: instant,
  outcome: z.enum(outcomes),
  answer: z.enum(answers).nullable(),
  /** What those who asked were told, and when. */
  answerNote: z.string().nullable(),
  answerNamed,
  answeredAt: instant.nullable(),
  tribeId: z.guid().nullable(),
  teamId: z.guid().nullable(),
  /** What was made of it: of one that is planned the one planned last. */
  initiative: z
    .object({ number: z.number(), title: z.string(), quarter: quarter.nullable() })
    .nullable(),
});
export type RequestRow = z.output<typeof requestRow>;

/** How many stand on one page. */
export const REQUESTS_ON_PAGE = 50;

/** What they asked for by what became of it, the newest first in each; `page` counts from 1. */
export async function listRequestsOf(
  viewer: Actor,
  organisationId: string,
  part: RequestPart,
  page: number,
): Promise<RequestRow[]> {
  authorise(viewer, "customer:read");
  const rows = await listRows(db(), requestRow)`${SAME_EACH_TIME}
    SELECT i.id::text AS id, i.number, i.title, CASE WHEN coalesce(i.title, '') = '' THEN left(i.body, 400) END AS excerpt,
      i.kind, to_json(i.said_at) AS "saidAt", i.outcome, i.answer, i.answer_note AS "answerNote", i.named AS "answerNamed",
      to_json(i.answered_at) AS "answeredAt", i.tribe_id::text AS "tribeId", i.team_id::text AS "teamId", (
        SELECT json_build_object('number', n.number, 'title', n.title, 'quarter', max(p.quarter))
        FROM ${hanging("theme_insight")} JOIN initiative_theme it ON it.theme_id = l.theme_id
          JOIN initiative n ON n.id = it.initiative_id AND n.archived_at IS NULL
          LEFT JOIN roadmap_item p ON p.initiative_id = n.id
        WHERE m.root_id = i.root_id GROUP BY n.id ORDER BY max(p.quarter) DESC NULLS LAST, n.number DESC LIMIT 1
      ) AS initiative
    FROM (
      SELECT i.id, i.root_id, i.number, i.title, i.body, i.kind, i.said_at, coalesce(w.answer, 'open') AS outcome,
        w.answer, w.answer_note, ${answerNamedSql(viewer)} AS named, w.answered_at, w.tribe_id, w.team_id,
        array_position(${[...outcomes]}::text[], coalesce(w.answer, 'open')) AS place
      FROM (${askedBy(viewer, organisationId)}) AS asked JOIN insight i ON i.id = asked.id JOIN insight w ON w.id = asked.root_id
      WHERE ${part}::text = 'all' OR coalesce(w.answer, 'open') = ${part}::text OR (${part}::text = 'answered' AND w.answer IS NOT NULL)
      ORDER BY place, i.said_at DESC, i.id DESC LIMIT ${REQUESTS_ON_PAGE} OFFSET ${(page - 1) * REQUESTS_ON_PAGE}
    ) AS i ORDER BY i.place, i.said_at DESC, i.id DESC`;
  return rows.map((row) => ({ ...row, excerpt: row.excerpt && excerpt(row.excerpt, 160) }));
}

const customerVoice = z.object({
  number: z.number(),
  words: z.string(),
  language: z.string().nullable(),
  saidAt: instant,
});
export type CustomerVoice = z.output<typeof customerVoice>;

const MOST_WORDS = 420;

/** Their own words, the newest first. */
export async function listVoicesOf(
  viewer: Actor,
  organisationId: string,
  limit: number,
): Promise<CustomerVoice[]> {
  authorise(viewer, "customer:read");
  return listRows(db(), customerVoice)`
    SELECT i.number, i.language, to_json(i.said_at) AS "saidAt",
      left(btrim(i.body), ${MOST_WORDS}) || CASE WHEN length(btrim(i.body)) > ${MOST_WORDS} THEN '…' ELSE '' END AS words
    FROM (${askedBy(viewer, organisationId)}) AS asked JOIN insight i ON i.id = asked.id
    WHERE btrim(i.body) <> '' ORDER BY i.said_at DESC, i.id DESC LIMIT ${limit}`;
}
