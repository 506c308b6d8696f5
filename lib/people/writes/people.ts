import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { accountOps } from "#lib/auth/noun.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { authorise } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { personOps } from "#lib/people/noun.ts";
import type {
  AddPersonInput,
  DeactivatePersonInput,
  EditPasswordInput,
  EditPersonInput,
} from "#lib/people/schema.ts";
import { endAllOf, lockPerson, requireAnotherAdmin } from "#lib/people/writes/dated-rows.ts";
import { todayOf } from "#lib/quarter.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** @throws UserError `not-allowed`, `email-taken`, `not-found` (department or manager) */
export async function addPerson(actor: Actor, input: AddPersonInput, call: Call) {
  authorise(actor, "people:manage");
  const { password, ...profile } = input;
  const passwordHash = password === null ? null : await hashPassword(password);
  return write(actor, call, { operation: personOps.added }, async (w) => {
    await requireFreeEmail(w.tx, profile.email);
    await requirePlace(w.tx, profile);
    const [id] = await w.insert("person", [{ ...profile, createdAt: call.now }]);
    if (!id) throw new UserError("not-found");
    if (passwordHash) await keepPassword(w.tx, id, passwordHash);
    return { id };
  });
}

/** @throws UserError `not-allowed`, `email-taken`, `not-found`, `manager-circle`, `changed-meanwhile` */
export async function editPerson(actor: Actor, input: EditPersonInput, call: Call) {
  authorise(actor, "people:manage");
  const { id, version, ...profile } = input;
  return write(actor, call, { operation: accountOps.edited }, async (w) => {
    await lockPerson(w.tx, id);
    await requireFreeEmail(w.tx, profile.email, id);
    await requirePlace(w.tx, profile);
    await requireNoCircle(w.tx, id, profile.managerId);
    await w.update("person", [id], profile, version);
    return { id };
  });
}

/** Gives a new password and closes every open session. The record says that, never the password. */
export async function editPassword(actor: Actor, input: EditPasswordInput, call: Call) {
  authorise(actor, "people:manage");
  const passwordHash = await hashPassword(input.password);
  return write(
    actor,
    call,
    { operation: accountOps.edited, params: { password: true } },
    async (w) => {
      await lockPerson(w.tx, input.personId);
      await keepPassword(w.tx, input.personId, passwordHash);
      await closeSessions(w.tx, input.personId, call.now);
      await w.tx.$executeRaw`
        INSERT INTO change (operation_id, table_name, row_id, after)
        VALUES (${w.operationId}::uuid, 'person', ${input.personId}, '{"password": true}'::jsonb)`;
      return { id: input.personId };
    },
  );
}

/**
 * Closes an account at once: sessions end, hats and memberships stop today. What the person did stays theirs.
 * @throws UserError `not-allowed`, `not-found`, `last-admin`
 */
export async function deactivatePerson(actor: Actor, input: DeactivatePersonInput, call: Call) {
  authorise(actor, "people:manage");
  const today = todayOf(call);
  return write(actor, call, { operation: personOps.deactivated }, async (w) => {
    await lockPerson(w.tx, input.id);
    await requireAnotherAdmin(w.tx, input.id, today);
    await endAllOf(w, input.id, today);
    await w.update("person", [input.id], { deactivatedAt: call.now });
    await closeSessions(w.tx, input.id, call.now);
    return { id: input.id };
  });
}

async function requireFreeEmail(tx: Tx, email: string, exceptId?: string): Promise<void> {
  // Two who give the same address at once: the later one is told, too.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`email:${email}`}))`;
  const other = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (other && other.id !== exceptId) throw new UserError("email-taken", { email });
}

async function requirePlace(
  tx: Tx,
  { departmentId, managerId }: { departmentId: string | null; managerId: string | null },
): Promise<void> {
  const department =
    departmentId === null || (await tx.department.count({ where: { id: departmentId } })) === 1;
  const manager = managerId === null || (await tx.person.count({ where: { id: managerId } })) === 1;
  if (!department || !manager) throw new UserError("not-found");
}

/** Nobody manages their own managers. */
async function requireNoCircle(tx: Tx, id: string, managerId: string | null): Promise<void> {
  const circles = await listRows(tx, onlyId)`
    WITH RECURSIVE above (id) AS (
      SELECT ${managerId}::uuid UNION SELECT p.manager_id FROM person p JOIN above a ON p.id = a.id
    ) SELECT id::text FROM above WHERE id = ${id}::uuid`;
  if (circles.length > 0) throw new UserError("manager-circle");
}

/** Outside the recorded fields: a hash has no place in a record that nobody can edit. */
async function keepPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.person.update({ where: { id }, data: { passwordHash }, select: { id: true } });
}

async function closeSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
}
