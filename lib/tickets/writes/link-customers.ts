import "server-only";
import { freeMailDomains } from "#lib/customers/free-mail.ts";
import {
  organisationCalled,
  organisationOfDomain,
} from "#lib/customers/reads/organisation-names.ts";
import { addressInSql } from "#lib/forgotten/reads/address-in.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";

const nobodys = [...freeMailDomains];

/**
 * Customers and requesters named by new or changed rows: found by a name that leads to one, or by the desk's id for a
 * person, made when unknown. Each different name of a batch is looked up once, in an index.
 */
export async function linkCustomers(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    WITH made AS (
      INSERT INTO organisation (name, domains)
      SELECT n, '{}'::text[] FROM (
        SELECT DISTINCT ON (lower(n)) n FROM staged, unnest(organisation_names) AS n
        WHERE insight_id IS NOT NULL ORDER BY lower(n) OFFSET 0
      ) AS named
      WHERE ${organisationCalled(Prisma.sql`lower(n)`)} IS NULL
      ORDER BY lower(n)
      ON CONFLICT (lower(name)) WHERE archived_at IS NULL DO NOTHING
      RETURNING id, name
    )
    INSERT INTO organisation_pair (a_id, b_id, reason)
    SELECT least(id, other), greatest(id, other), 'name' FROM (
      SELECT one.id, coalesce((
        SELECT o.id FROM organisation o WHERE alike_name(o.name) = one.alike AND o.archived_at IS NULL
        ORDER BY o.created_at, o.id LIMIT 1), first_value(one.id) OVER (PARTITION BY one.alike ORDER BY one.id)) AS other
      FROM (SELECT id, alike_name(name) AS alike FROM made OFFSET 0) AS one
    ) AS pairs
    WHERE id <> other
    ON CONFLICT (a_id, b_id) DO NOTHING`;
  await w.tx.$executeRaw`
    WITH named AS MATERIALIZED (
      SELECT n AS name, ${organisationCalled(Prisma.sql`n`)} AS id FROM (
        SELECT DISTINCT lower(n) AS n FROM staged, unnest(organisation_names) AS n WHERE insight_id IS NOT NULL OFFSET 0
      ) AS different
    )
    INSERT INTO insight_organisation (insight_id, organisation_id)
    SELECT s.insight_id, named.id FROM staged s, unnest(s.organisation_names) AS n JOIN named ON named.name = lower(n)
    WHERE s.insight_id IS NOT NULL AND named.id IS NOT NULL ORDER BY s.position
    ON CONFLICT DO NOTHING`;
  await w.tx.$executeRaw`
    WITH asked AS MATERIALIZED (
      SELECT *, CASE WHEN person_id IS NULL THEN split_part(email, '@', 2) END AS domain FROM (
        SELECT DISTINCT ON (s.reporter_key) coalesce(s.reporter_name, substr(s.reporter_key, 6)) AS name,
          s.reporter_key AS external_key,
          ${addressInSql(Prisma.sql`s.reporter_key`)} AS email, p.id AS person_id
        FROM staged s LEFT JOIN person p ON p.email = ${addressInSql(Prisma.sql`s.reporter_key`)}
        WHERE s.insight_id IS NOT NULL AND s.reporter_key IS NOT NULL
          AND NOT EXISTS (SELECT FROM requester r WHERE r.external_key = s.reporter_key)
        ORDER BY s.reporter_key
      ) AS unknown
    ), owned AS MATERIALIZED (
      SELECT domain, ${organisationOfDomain(Prisma.sql`domain`)} AS organisation_id FROM (
        SELECT DISTINCT domain FROM asked WHERE domain <> ALL (${nobodys}) OFFSET 0
      ) AS different
    )
    INSERT INTO requester (name, external_key, email, person_id, organisation_id)
    SELECT name, external_key, email, person_id, organisation_id FROM asked LEFT JOIN owned USING (domain)
    ORDER BY external_key
    ON CONFLICT (external_key) DO NOTHING`;
  await w.tx.$executeRaw`
    INSERT INTO insight_requester (insight_id, requester_id)
    SELECT s.insight_id, r.id FROM staged s JOIN requester r ON r.external_key = s.reporter_key
    WHERE s.insight_id IS NOT NULL ORDER BY s.position
    ON CONFLICT DO NOTHING`;
}
