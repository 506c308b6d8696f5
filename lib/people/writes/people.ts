import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { linkTokenOf } from "#lib/auth/link-token.ts";
import { accountOps } from "#lib/auth/noun.ts";
import { authorise } from "#lib/auth/policy.ts";
import { hasBegun } from "#lib/auth/reads/sessions.ts";
import { makePasswordLink } from "#lib/auth/writes/password-links.ts";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { personOps } from "#lib/people/noun.ts";
import type {
  AddPersonInput,
  DeactivatePersonInput,
  EditPersonInput,
  InvitePersonInput,
} from "#lib/people/schema.ts";
import { endAllOf, lockPerson, requireAnotherAdmin } from "#lib/people/writes/dated-rows.ts";
import { todayOf } from "#lib/quarter.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** @throws UserError `not-allowed`, `email-taken`, `not-found` (department or manager) */
export async function addPerson(actor: Actor, input: AddPersonInput, call: Call) {
  authorise(actor, "people:manage");
  return write(actor, call, { operation: personOps.added }, async (w) => {
    await requireFreeEmail(w.tx, input.email);
    await requirePlace(w.tx, input);
    const [id] = await w.insert("person", [{ ...input, createdAt: call.now }]);
    if (!id) throw new UserError("not-found");
    return { id };
  });
}

/** @throws UserError `not-allowed`, `email-taken`, `not-found`, `manager-circle`, `changed-meanwhile`, `email-is-its-owners` */
export async function editPerson(actor: Actor, input: EditPersonInput, call: Call) {
  authorise(actor, "people:manage");
  const { id, version, ...profile } = input;
  return write(actor, call, { operation: accountOps.edited }, async (w) => {
    await lockPerson(w.tx, id);
    await requireFreeEmail(w.tx, profile.email, id);
    if (actor.kind === "person") await requireOwnEmail(w.tx, id, profile.email);
    await requirePlace(w.tx, profile);
    await requireNoCircle(w.tx, id, profile.managerId);
    const since = await newManagerSince(w.tx, id, profile.managerId, call.now);
    await w.update("person", [id], { ...profile, ...since }, version);
    return { id };
  });
}

/**
 * A link by which somebody who has never come in chooses a password: for whoever has, it would open what is theirs.
 * What it opens with is in no record.
 * @throws UserError `not-allowed`, `not-found`, `account-begun`
 */
export async function invitePerson(actor: Actor, input: InvitePersonInput, call: Call) {
  authorise(actor, "people:manage");
  const { id } = await write(actor, call, { operation: personOps.invited }, async (w) => {
    await lockPerson(w.tx, input.personId);
    if (actor.kind === "person" && (await hasBegun(input.personId, w.tx)))
      throw new UserError("account-begun");
    const by = actor.kind === "person" ? actor.id : null;
    await noteInvited(w, input.personId);
    return { id: await makePasswordLink(w, input.personId, by, call.now) };
  });
  return { id, token: linkTokenOf(id) };
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

/** By its address somebody comes in: to give another to an account that is somebody's would be to take it over. */
async function requireOwnEmail(tx: Tx, id: string, email: string): Promise<void> {
  const isSame = (await tx.person.count({ where: { id, email } })) === 1;
  if (!isSame && (await hasBegun(id, tx))) throw new UserError("email-is-its-owners");
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

/** What was agreed on before is not a new manager's to see. */
async function newManagerSince(tx: Tx, id: string, managerId: string | null, now: Date) {
  const isSame = (await tx.person.count({ where: { id, managerId } })) === 1;
  return isSame ? {} : { managerSince: now };
}

/** Nobody manages their own managers. */
async function requireNoCircle(tx: Tx, id: string, managerId: string | null): Promise<void> {
  const circles = await listRows(tx, onlyId)`
    WITH RECURSIVE above (id) AS (
      SELECT ${managerId}::uuid UNION SELECT p.manager_id FROM person p JOIN above a ON p.id = a.id
    ) SELECT id::text FROM above WHERE id = ${id}::uuid`;
  if (circles.length > 0) throw new UserError("manager-circle");
}

async function noteInvited(w: Write, personId: string): Promise<void> {
  await w.tx.$executeRaw`
    INSERT INTO change (operation_id, table_name, row_id, after)
    VALUES (${w.operationId}::uuid, 'person', ${personId}, '{"link": true}'::jsonb)`;
}

async function closeSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
}
