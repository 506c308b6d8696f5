import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { db, type Tx } from "#lib/db.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

const openSession = z.object({
  id: z.guid(),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});
export type OpenSession = z.output<typeof openSession> & { isThisOne: boolean };

/** A person's own that are open, this one first, then the newest. */
export async function listOwnSessions(viewer: PersonActor, now: Date): Promise<OpenSession[]> {
  const rows = await listRows(db(), openSession)`
    SELECT id::text AS id, browser, address, created_at AS "createdAt", expires_at AS "expiresAt" FROM session
    WHERE person_id = ${viewer.id}::uuid AND revoked_at IS NULL AND expires_at > ${now}
    ORDER BY id = ${viewer.sessionId}::uuid DESC, created_at DESC LIMIT 50`;
  return rows.map((row) => ({ ...row, isThisOne: row.id === viewer.sessionId }));
}

/** Whoever comes by the company's sign-in has no password to change. */
export async function findOwnAccount(
  viewer: PersonActor,
): Promise<{ email: string; hasPassword: boolean }> {
  const { email, passwordHash } = await db().person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, passwordHash: true },
  });
  return { email, hasPassword: passwordHash !== null };
}

const begun = z.object({ begun: z.boolean() });

/**
 * Whether an account is somebody's: they have signed in, done or set something, or people report to them. Until then it
 * is a name that whoever keeps the org chart wrote down; from then on nobody else may open it.
 */
export async function hasBegun(personId: string, tx: Tx = db()): Promise<boolean> {
  const row = await oneRow(tx, begun)`
    SELECT p.password_hash IS NOT NULL
      OR EXISTS (SELECT FROM session s WHERE s.person_id = p.id)
      OR EXISTS (SELECT FROM identity i WHERE i.person_id = p.id)
      OR EXISTS (SELECT FROM operation o WHERE o.actor_id = p.id)
      OR EXISTS (SELECT FROM objective b WHERE b.owner_id = p.id)
      OR EXISTS (SELECT FROM person r WHERE r.manager_id = p.id) AS begun
    FROM person p WHERE p.id = ${personId}::uuid`;
  return row.begun;
}
