import { organisationStates } from "#lib/customers/schema.ts";
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";
import { insightsOfCustomer } from "#lib/sql/whole-insights.ts";
import { likeText } from "#lib/text.ts";

const customerRow = z.object({
  id: z.guid(),
  version: z.number(),
  name: z.string(),
  state: z.enum(organisationStates),
  segment: z.string().nullable(),
  country: z.string().nullable(),
  domains: z.array(z.string()),
  accountManager: z.string().nullable(),
  /** Cents a year; null when unknown, or when the viewer may not see it. */
  revenueCents: z.number().nullable(),
  atStakeCents: z.number().nullable(),
  insights: z.number(),
  /** Other names that lead to it. */
  names: z.array(z.string()),
  /** Those that were merged into it. */
  merged: z.array(z.object({ id: z.guid(), name: z.string() })),
});
export type CustomerRow = z.output<typeof customerRow>;

export type CustomerPage = { rows: CustomerRow[]; total: number };

/** How many stand on one page of the list. */
export const customersOnPage = 100;

const onlyTotal = z.object({ total: z.number() });

/** Customers whose name, other name or domain holds `text`; `page` counts from 1. */
export async function listCustomers(
  viewer: Actor,
  text: string,
  page: number,
): Promise<CustomerPage> {
  authorise(viewer, "source:manage");
  const pattern = `%${likeText(text.trim())}%`;
  const wanted =
    text.trim() === ""
      ? Prisma.sql`true`
      : Prisma.sql`(unaccented(lower(o.name)) LIKE unaccented(lower(${pattern}))
        OR EXISTS (SELECT FROM unnest(o.domains) AS d WHERE d LIKE lower(${pattern}))
        OR o.id IN (SELECT m.merged_into_id FROM organisation m WHERE m.merged_into_id IS NOT NULL
          AND unaccented(lower(m.name)) LIKE unaccented(lower(${pattern})))
        OR o.id IN (SELECT coalesce(m.merged_into_id, m.id) FROM organisation_alias a
          JOIN organisation m ON m.id = a.organisation_id WHERE a.kind <> 'desk-id' AND unaccented(a.value) LIKE unaccented(lower(${pattern}))))`;
  const money = (await maySeeRevenue(viewer))
    ? Prisma.sql`o.revenue_cents::float8 AS "revenueCents", o.at_stake_cents::float8 AS "atStakeCents"`
    : Prisma.sql`NULL::float8 AS "revenueCents", NULL::float8 AS "atStakeCents"`;
  const [rows, { total }] = await Promise.all([
    listRows(db(), customerRow)`
      SELECT o.id::text AS id, o.version, o.name, o.state, o.segment, o.country, o.domains,
        o.account_manager AS "accountManager", ${money},
        ${insightsOfCustomer(Prisma.sql`o.id`)} AS insights,
        ARRAY(SELECT value FROM organisation_alias a WHERE a.organisation_id = o.id AND a.kind = 'name' ORDER BY value) AS names,
        (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name), '[]')
          FROM organisation m WHERE m.merged_into_id = o.id) AS merged
      FROM organisation o WHERE o.archived_at IS NULL AND ${wanted}
      ORDER BY lower(o.name) COLLATE "und-x-icu", o.id
      LIMIT ${customersOnPage} OFFSET ${(page - 1) * customersOnPage}`,
    oneRow(db(), onlyTotal)`
      SELECT count(*)::int AS total FROM organisation o WHERE o.archived_at IS NULL AND ${wanted}`,
  ]);
  return { rows, total };
}

const pairSide = z.object({
  id: z.guid(),
  name: z.string(),
  domains: z.array(z.string()),
  insights: z.number(),
  revenueCents: z.number().nullable(),
});
export type PairSide = z.output<typeof pairSide>;
const pairView = z.object({
  id: z.guid(),
  version: z.number(),
  reason: z.enum(["domain", "name"]),
  a: pairSide,
  b: pairSide,
});
export type PairView = z.output<typeof pairView>;

const pairsShown = 20;

/** Two and two that may be one, longest waiting first, and how many such pairs there are. */
export async function listPairs(viewer: Actor): Promise<{ pairs: PairView[]; total: number }> {
  authorise(viewer, "source:manage");
  const money = (await maySeeRevenue(viewer))
    ? Prisma.sql`revenue_cents`
    : Prisma.sql`NULL::bigint`;
  const side = (of: "a" | "b") => {
    const id = Prisma.raw(`${of}.id`);
    return Prisma.sql`json_build_object('id', ${id}, 'name', ${Prisma.raw(`${of}.name`)},
      'domains', ${Prisma.raw(`${of}.domains`)},
      'revenueCents', (SELECT ${money} FROM organisation WHERE id = ${id}),
      'insights', ${insightsOfCustomer(id)})`;
  };
  const open = Prisma.sql`FROM organisation_pair p
    JOIN organisation a ON a.id = p.a_id AND a.archived_at IS NULL
    JOIN organisation b ON b.id = p.b_id AND b.archived_at IS NULL
    WHERE p.dismissed_at IS NULL`;
  const [pairs, { total }] = await Promise.all([
    listRows(db(), pairView)`
      SELECT p.id::text AS id, p.version, p.reason, ${side("a")} AS a, ${side("b")} AS b ${open}
      ORDER BY p.found_at, p.id LIMIT ${pairsShown}`,
    oneRow(db(), onlyTotal)`SELECT count(*)::int AS total ${open}`,
  ]);
  return { pairs, total };
}
