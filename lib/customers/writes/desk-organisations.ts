import "server-only";
import { bearerOf, organisationCalled } from "#lib/customers/reads/organisation-names.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** An organisation as a desk tells it, by the desk's id for it. */
export type DeskOrganisation = { id: string; name: string };

type W = { tx: Pick<Tx, "$executeRaw"> };

/**
 * Before rows are written: a name that the desk gives to an organisation known by its id is one more name of it, so
 * that who was renamed there stays one here. Where the name leads to somebody else, a person says whether they are one.
 */
export async function followRenamed(
  w: W,
  sourceId: string,
  organisations: DeskOrganisation[],
): Promise<void> {
  if (organisations.length === 0) return;
  const known = Prisma.sql`
    SELECT o.id AS bearer, coalesce(o.merged_into_id, o.id) AS organisation, lower(g.name) AS name
    FROM jsonb_to_recordset(${JSON.stringify(distinct(organisations))}::jsonb) AS g (id text, name text)
    JOIN organisation_alias a ON a.kind = 'desk-id' AND a.value = ${sourceId} || ':' || g.id
    JOIN organisation o ON o.id = a.organisation_id`;
  await w.tx.$executeRaw`
    INSERT INTO organisation_pair (a_id, b_id, reason)
    SELECT DISTINCT least(organisation, called), greatest(organisation, called), 'name' FROM (
      SELECT known.organisation, ${organisationCalled(Prisma.sql`known.name`)} AS called FROM (${known}) AS known
    ) AS both_ways
    WHERE called <> organisation
    ON CONFLICT (a_id, b_id) DO NOTHING`;
  await w.tx.$executeRaw`
    INSERT INTO organisation_alias (organisation_id, kind, value)
    SELECT known.bearer, 'name', known.name FROM (${known}) AS known
    WHERE ${organisationCalled(Prisma.sql`known.name`)} IS NULL ORDER BY known.name
    ON CONFLICT (kind, value) DO NOTHING`;
}

/** After rows are written: whom the desk's id means from now on. */
export async function keepDeskIds(
  w: W,
  sourceId: string,
  organisations: DeskOrganisation[],
): Promise<void> {
  if (organisations.length === 0) return;
  await w.tx.$executeRaw`
    INSERT INTO organisation_alias (organisation_id, kind, value)
    SELECT bearer, 'desk-id', value FROM (
      SELECT ${bearerOf(Prisma.sql`lower(g.name)`)} AS bearer, ${sourceId} || ':' || g.id AS value
      FROM jsonb_to_recordset(${JSON.stringify(distinct(organisations))}::jsonb) AS g (id text, name text)
    ) AS told
    WHERE bearer IS NOT NULL ORDER BY value
    ON CONFLICT (kind, value) DO NOTHING`;
}

function distinct(organisations: DeskOrganisation[]): DeskOrganisation[] {
  return [...new Map(organisations.map((one) => [one.id, one])).values()];
}
