import "server-only";
import type { Write } from "#lib/operations/write.ts";

/** Customers and requesters named by new or changed rows: found by name or desk id, made when unknown. */
export async function linkCustomers(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    INSERT INTO organisation (name, domains)
    SELECT DISTINCT ON (lower(n)) n, '{}'::text[] FROM staged, unnest(organisation_names) AS n
    WHERE insight_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM organisation o WHERE lower(o.name) = lower(n) AND o.archived_at IS NULL)
    ORDER BY lower(n)
    ON CONFLICT (lower(name)) WHERE archived_at IS NULL DO NOTHING`;
  await w.tx.$executeRaw`
    INSERT INTO insight_organisation (insight_id, organisation_id)
    SELECT s.insight_id, o.id FROM staged s, unnest(s.organisation_names) AS n
    JOIN organisation o ON lower(o.name) = lower(n) AND o.archived_at IS NULL
    WHERE s.insight_id IS NOT NULL ORDER BY s.position
    ON CONFLICT DO NOTHING`;
  await w.tx.$executeRaw`
    INSERT INTO requester (name, external_key, email, person_id)
    SELECT DISTINCT ON (s.reporter_key) coalesce(s.reporter_name, substr(s.reporter_key, 6)), s.reporter_key,
      CASE WHEN s.reporter_key LIKE 'desk:%@%' THEN lower(substr(s.reporter_key, 6)) END, p.id
    FROM staged s LEFT JOIN person p ON 'desk:' || p.email = lower(s.reporter_key)
    WHERE s.insight_id IS NOT NULL AND s.reporter_key IS NOT NULL
      AND NOT EXISTS (SELECT FROM requester r WHERE r.external_key = s.reporter_key)
    ORDER BY s.reporter_key
    ON CONFLICT (external_key) DO NOTHING`;
  await w.tx.$executeRaw`
    INSERT INTO insight_requester (insight_id, requester_id)
    SELECT s.insight_id, r.id FROM staged s JOIN requester r ON r.external_key = s.reporter_key
    WHERE s.insight_id IS NOT NULL ORDER BY s.position
    ON CONFLICT DO NOTHING`;
}
