import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { addressInSql } from "#lib/forgotten/reads/address-in.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";
import { likeText } from "#lib/text.ts";

const requesterView = z.object({
  id: z.guid(),
  name: z.string(),
  email: z.string().nullable(),
  organisation: z.string().nullable(),
  insights: z.number(),
});
export type RequesterView = z.output<typeof requesterView>;

const mostFound = 20;

/** Whoever asked for something and is not a colleague, by a part of the name or the address. */
export async function findRequesters(viewer: Actor, text: string): Promise<RequesterView[]> {
  authorise(viewer, "source:manage");
  if (text.trim().length < 2) return [];
  const pattern = `%${likeText(text.trim())}%`;
  return listRows(db(), requesterView)`
    SELECT r.id::text AS id, r.name, r.email, o.name AS organisation,
      (SELECT count(DISTINCT m.root_id)::int FROM ${hanging("insight_requester")} WHERE l.requester_id = r.id) AS insights
    FROM requester r LEFT JOIN organisation o ON o.id = r.organisation_id
    WHERE r.erased_at IS NULL AND r.person_id IS NULL
      AND (unaccented(lower(r.name)) LIKE unaccented(lower(${pattern})) OR lower(r.email) LIKE lower(${pattern})
        OR lower(r.external_key) LIKE lower(${pattern}))
    ORDER BY lower(r.name) COLLATE "und-x-icu", r.id LIMIT ${mostFound}`;
}

/** By the whole e-mail address, the desk's id, or the key that we keep. */
export async function findRequesterId(viewer: Actor, who: string): Promise<string | null> {
  authorise(viewer, "source:manage");
  const found = await findRow(db(), onlyId)`
    SELECT id::text AS id FROM requester
    WHERE erased_at IS NULL AND (lower(email) = lower(${who}) OR ${addressInSql(Prisma.sql`name`)} = lower(${who}) OR id::text = lower(${who})
      OR lower(external_key) IN (lower(${who}), 'desk:' || lower(${who}), 'name:' || lower(${who})))
    ORDER BY person_id IS NOT NULL, id LIMIT 1`;
  return found?.id ?? null;
}
