import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { answers } from "#lib/insights/kinds.ts";
import { standingOf } from "#lib/insights/standing.ts";
import { levelOf } from "#lib/proposals/levels.ts";
import type { DuplicateOption } from "#lib/proposals/views.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { quarter } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { quarterNow, whole } from "#lib/sql/whole-insights.ts";

const mostShown = 3;

const tribe = z.object({ code: z.string(), name: z.string(), position: z.number() });
const found = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string().nullable(),
  excerpt: z.string().nullable(),
  score: z.number(),
  customer: z.string().nullable(),
  customers: z.number(),
  saidAt: z.string(),
  words: z.array(z.string()),
  tribe: tribe.nullable(),
  tribeId: z.guid().nullable(),
  team: z.string().nullable(),
  teamId: z.guid().nullable(),
  quarter: quarter.nullable(),
  answer: z.enum(answers).nullable(),
  snoozedUntil: z.string().nullable(),
});

/** Which insights may say the same: those that stand, and of which nobody said that they don't; the likeliest first. */
export async function listDuplicatesOf(insightId: string, at: Moment): Promise<DuplicateOption[]> {
  const rows = await listRows(db(), found)`
    SELECT i.id::text AS id, i.number, i.title, CASE WHEN coalesce(i.title, '') = '' THEN left(i.body, 160) END AS excerpt,
      p.likelihood AS score, customers.name AS customer, coalesce(customers.count, 0) AS customers,
      to_json(i.said_at) AS "saidAt", p.words,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('code', b.code, 'name', b.name, 'position', b.position) END AS tribe,
      b.id::text AS "tribeId", t.name AS team, t.id::text AS "teamId", ${quarterNow} AS quarter, i.answer,
      i.snoozed_until::text AS "snoozedUntil"
    FROM proposal p JOIN insight asking ON asking.id = p.insight_id JOIN insight i ON i.id = p.other_id
    LEFT JOIN tribe b ON b.id = i.tribe_id LEFT JOIN team t ON t.id = i.team_id
    LEFT JOIN LATERAL (
      SELECT min(o.name) AS name, count(*)::int AS count FROM organisation o
      WHERE o.id IN (SELECT l.organisation_id FROM insight_organisation l WHERE l.insight_id IN (${whole}))
    ) AS customers ON true
    WHERE p.insight_id = ${insightId}::uuid AND p.kind = 'duplicate' AND p.state = 'offered'
      AND asking.merged_into_id IS NULL AND asking.answer IS NULL AND i.merged_into_id IS NULL
      AND NOT EXISTS (SELECT FROM refused_pair r
        WHERE r.a_id = least(i.id, asking.id) AND r.b_id = greatest(i.id, asking.id))
    ORDER BY p.place, p.id LIMIT ${mostShown}`;
  return rows.flatMap((row): DuplicateOption[] => {
    const level = levelOf(row.score);
    return level ? [{ ...optionOf(row), level, standing: standingIn(row, at) }] : [];
  });
}

type Found = z.output<typeof found>;

function optionOf({ id, number, title, excerpt, customer, customers, saidAt, words }: Found) {
  return { id, number, title, excerpt, customer, customers, saidAt, words };
}

function standingIn(row: Found, at: Moment): DuplicateOption["standing"] {
  const { tribe, team, quarter, answer } = row;
  const is = standingOf({ ...row, mergedIntoId: null }, todayOf(at));
  return { is, tribe, team, quarter, answer };
}
