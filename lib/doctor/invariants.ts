import "server-only";
import type { Client } from "pg";
import { z } from "zod";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";

/**
 * Rules of prisma/INVARIANTS.md by their names, each with the statement that answers the ids of the rows that break it.
 * What the database's triggers keep is looked at too: they may have been off, or may be younger than the rows.
 */
export const invariants = {
  "insight-merged-once": `
    SELECT i.id FROM insight i JOIN insight k ON k.id = i.merged_into_id WHERE k.merged_into_id IS NOT NULL`,
  "insight-asleep-in-inbox": `
    SELECT id FROM insight WHERE snoozed_until IS NOT NULL AND tribe_id IS NOT NULL`,
  "insight-team-of-its-tribe": `
    SELECT i.id FROM insight i JOIN team t ON t.id = i.team_id WHERE t.tribe_id IS DISTINCT FROM i.tribe_id`,
  "insight-team-follows-sharing": `
    SELECT id FROM insight WHERE (team_id IS NOT NULL OR tribe_id IS NOT NULL)
      AND team_id IS DISTINCT FROM team_now(id, tribe_id)`,
  "sharing-within-tribe": `
    SELECT s.id FROM sharing s JOIN insight i ON i.id = s.insight_id JOIN team t ON t.id = s.team_id
    WHERE t.tribe_id IS DISTINCT FROM i.tribe_id
      AND s.quarter >= to_char(now() AT TIME ZONE 'UTC' + interval '14 hours', 'YYYY-"Q"Q')`,
  "insight-of-its-tickets-source": `
    SELECT i.id FROM insight i JOIN ticket t ON t.id = i.ticket_id WHERE t.source_id <> i.source_id`,
  "theme-team-of-its-tribe": `
    SELECT h.id FROM theme h JOIN team t ON t.id = h.team_id WHERE t.tribe_id <> h.tribe_id`,
  "epic-of-one-initiative": `
    SELECT min(id::text) AS id FROM initiative WHERE epic_key IS NOT NULL AND archived_at IS NULL
    GROUP BY epic_key HAVING count(*) > 1`,
  // The newest is the one written last, whatever day it is said to be of: ids follow the clock of the database.
  "factors-as-last-given": `
    SELECT i.id FROM initiative i CROSS JOIN LATERAL (
      SELECT DISTINCT ON (factor) factor, value FROM rice_version v WHERE v.initiative_id = i.id
      ORDER BY factor, id DESC) AS last
    WHERE last.value IS DISTINCT FROM CASE last.factor WHEN 'reach' THEN i.reach WHEN 'impact' THEN i.impact_hundredths
      WHEN 'confidence' THEN i.confidence_hundredths ELSE i.effort_half_months END`,
  "objective-aligned-upwards": `
    SELECT o.id FROM objective o JOIN objective p ON p.id = o.parent_id
    WHERE p.level = 'individual' OR p.quarter <> o.quarter`,
  "objectives-in-no-circle": `
    WITH RECURSIVE way AS (
      SELECT id, parent_id AS at, ARRAY[id] AS passed FROM objective WHERE parent_id IS NOT NULL
      UNION ALL SELECT w.id, o.parent_id, w.passed || o.id FROM way w JOIN objective o ON o.id = w.at
      WHERE o.parent_id IS NOT NULL AND o.id <> ALL (w.passed))
    SELECT id FROM way WHERE at = id`,
  "individual-key-result-untied": `
    SELECT l.id FROM initiative_key_result l JOIN key_result k ON k.id = l.key_result_id
    JOIN objective o ON o.id = k.objective_id WHERE o.level = 'individual'`,
  "check-in-retracts-its-own": `
    SELECT r.id FROM check_in r JOIN check_in c ON c.id = r.retracts_id
    WHERE c.key_result_id <> r.key_result_id OR c.retracts_id IS NOT NULL`,
  "managers-in-no-circle": `
    WITH RECURSIVE way AS (
      SELECT id, manager_id AS at, ARRAY[id] AS passed FROM person WHERE manager_id IS NOT NULL
      UNION ALL SELECT w.id, p.manager_id, w.passed || p.id FROM way w JOIN person p ON p.id = w.at
      WHERE p.manager_id IS NOT NULL AND p.id <> ALL (w.passed))
    SELECT id FROM way WHERE at = id`,
  "deputy-for-a-time": `
    SELECT id FROM hat WHERE code = 'deputy' AND (ends_on IS NULL OR ends_on - starts_on > 90)`,
  "tribe-of-teams-is-there": `
    SELECT b.id FROM tribe b WHERE b.archived_at IS NOT NULL
      AND EXISTS (SELECT FROM team t WHERE t.tribe_id = b.id AND t.archived_at IS NULL)`,
  "customer-merged-once": `
    SELECT o.id FROM organisation o JOIN organisation k ON k.id = o.merged_into_id WHERE k.merged_into_id IS NOT NULL`,
  "nothing-tied-to-a-merged-customer": `
    SELECT l.id FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
    WHERE o.merged_into_id IS NOT NULL
    UNION ALL SELECT r.id FROM requester r JOIN organisation o ON o.id = r.organisation_id
    WHERE o.merged_into_id IS NOT NULL`,
  "somebody-may-change-settings": `
    SELECT min(id::text) AS id FROM person WHERE deactivated_at IS NULL HAVING count(*) > 0 AND NOT EXISTS (
      SELECT FROM hat h JOIN person a ON a.id = h.person_id AND a.deactivated_at IS NULL
      WHERE h.code = 'product-ops' AND h.starts_on <= current_date + 1 AND (h.ends_on IS NULL OR h.ends_on > current_date - 1))`,
  "private-change-is-marked": `
    SELECT c.id::text AS id FROM change c
    WHERE c.table_name IN ('objective', 'key_result', 'check_in') AND c.visibility = 'all'
      AND private_to(c.table_name, c.row_id::uuid, coalesce(c.before, '{}') || coalesce(c.after, '{}'), c.operation_id) <> 'all'`,
} as const satisfies Readonly<Record<string, string>>;

/** A rule that is broken, by how many rows, and the first of them. */
export type BrokenInvariant = { rule: string; count: number; ids: string[] };

const broken = z.object({ count: z.number(), ids: z.array(z.string()) });

/** The rules that rows break, each with how many and the first three. */
export async function listBroken(client: Client): Promise<BrokenInvariant[]> {
  const found: BrokenInvariant[] = [];
  for (const [rule, statement] of Object.entries(invariants)) {
    const [rows] = await pgRows(client, broken)`
      SELECT count(*)::int AS count, coalesce((array_agg(id::text ORDER BY id::text))[1:3], '{}') AS ids
      FROM (${verbatim(statement)}) AS broken`;
    if (rows && rows.count > 0) found.push({ rule, ...rows });
  }
  return found;
}
