import "server-only";
import { z } from "zod";
import type { PersonActor, WornHat } from "#lib/auth/actor.ts";
import { isHatCode } from "#lib/auth/hats.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { findRow } from "#lib/sql/rows.ts";

const foundPerson = z.object({
  id: z.guid(),
  name: z.string(),
  language: z.string(),
  region: z.string().nullable(),
  theme: z.string(),
  singleKeys: z.boolean(),
  sessionId: z.guid().nullable(),
  hats: z.array(
    z.object({
      code: z.string(),
      tribeId: z.guid().nullable(),
      teamId: z.guid().nullable(),
      departmentId: z.guid().nullable(),
    }),
  ),
});

/** The person behind a session that is neither over, revoked nor of a closed account; null otherwise. */
export async function findActorBySession(
  sessionId: string,
  at: Moment,
): Promise<PersonActor | null> {
  const row = await findRow(db(), foundPerson)`${SAME_EACH_TIME}
    SELECT p.id::text AS id, p.name, p.language, p.region, p.theme, p.single_keys AS "singleKeys", s.id::text AS "sessionId",
      ${hatsOn(at)} AS hats
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.id = ${sessionId}::uuid AND s.expires_at > ${at.now} AND s.revoked_at IS NULL AND p.deactivated_at IS NULL`;
  return row && asActor(row);
}

/** The person of that address, without a session: for the seed, the command line and tests. */
export async function findActorByEmail(email: string, at: Moment): Promise<PersonActor | null> {
  return findActor(Prisma.sql`p.email = lower(${email})`, at);
}

/** The person of that id, without a session: for work that goes on after the request that asked for it. */
export async function findActorById(id: string, at: Moment): Promise<PersonActor | null> {
  return findActor(Prisma.sql`p.id = ${id}::uuid`, at);
}

async function findActor(whose: Prisma.Sql, at: Moment): Promise<PersonActor | null> {
  const row = await findRow(db(), foundPerson)`
    SELECT p.id::text AS id, p.name, p.language, p.region, p.theme, p.single_keys AS "singleKeys", NULL AS "sessionId",
      ${hatsOn(at)} AS hats
    FROM person p WHERE ${whose} AND p.deactivated_at IS NULL`;
  return row && asActor(row);
}

const hatsOn = (at: Moment) => Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'tribeId', h.tribe_id, 'teamId', h.team_id,
      'departmentId', h.department_id) ORDER BY h.starts_on, h.id), '[]'::jsonb)
   FROM hat h WHERE h.person_id = p.id AND ${holdsOn("h", todayOf(at))})`;

function asActor(found: z.output<typeof foundPerson>): PersonActor {
  return {
    kind: "person",
    id: found.id,
    name: found.name,
    language: found.language === "en" ? "en" : "fr",
    region: found.region,
    theme: found.theme === "light" || found.theme === "dark" ? found.theme : "system",
    singleKeys: found.singleKeys,
    sessionId: found.sessionId,
    hats: found.hats.flatMap((hat): WornHat[] =>
      isHatCode(hat.code) ? [{ ...hat, code: hat.code }] : [],
    ),
  };
}
