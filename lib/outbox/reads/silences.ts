import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { noticeKinds } from "#lib/frame/notice-kind.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { Silencing } from "#lib/outbox/silence-token.ts";
import { findRow, listRows, oneRow } from "#lib/sql/rows.ts";

const wishes = z.object({
  messages: z.enum(["mail", "none"]),
  digest: z.enum(["weekdays", "weekly", "never"]),
  timeZone: z.string().nullable(),
});
export type Wishes = z.output<typeof wishes>;

/** How a person wants to hear of things. */
export async function findWishes(viewer: PersonActor): Promise<Wishes> {
  authorise(viewer, "own-settings:edit");
  return oneRow(db(), wishes)`
    SELECT messages, digest, time_zone AS "timeZone" FROM person WHERE id = ${viewer.id}::uuid`;
}

const silenced = z.object({
  id: z.guid(),
  kind: z.enum(noticeKinds).nullable(),
  subjectKind: z.string().nullable(),
  path: z.string().nullable(),
});
export type Silenced = z.output<typeof silenced>;

/** What a person wants no messages of, with the address of what they may still see. */
export async function listSilences(viewer: PersonActor): Promise<Silenced[]> {
  authorise(viewer, "own-settings:edit");
  const paths = [...subjects]
    .filter(([, { read }]) => can(viewer, read))
    .map(
      ([kind, { table, seen, path }]) => Prisma.sql`
        SELECT s.id, ${path} AS path FROM silence s JOIN ${identifier(table)} AS t ON t.id = s.subject_id
        WHERE s.person_id = ${viewer.id}::uuid AND s.subject_kind = ${kind} AND ${seen(viewer)}`,
    );
  return listRows(db(), silenced)`
    SELECT s.id::text AS id, s.kind, s.subject_kind AS "subjectKind", thing.path
    FROM silence s LEFT JOIN (${Prisma.join(paths, " UNION ALL ")}) AS thing ON thing.id = s.id
    WHERE s.person_id = ${viewer.id}::uuid ORDER BY s.since DESC, s.id LIMIT 100`;
}

const held = z.object({ id: z.guid().nullable(), digest: z.string() });

/** Whether what a link silences is silent now, and by which silence; null when its account is closed. */
export async function findQuiet({ personId, choice }: Silencing) {
  const [of, what, id = null] = choice;
  const row = await findRow(db(), held)`
    SELECT p.digest, (SELECT s.id::text FROM silence s WHERE s.person_id = p.id AND CASE WHEN ${of} = 'thing'
        THEN s.subject_kind = ${what} AND s.subject_id = ${id}::uuid ELSE s.kind = ${what} END) AS id
    FROM person p WHERE p.id = ${personId}::uuid AND p.deactivated_at IS NULL`;
  if (!row) return null;
  return { isQuiet: of === "digest" ? row.digest === what : row.id !== null, id: row.id };
}
