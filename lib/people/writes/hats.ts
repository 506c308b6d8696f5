import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { hatCodes, hatSets } from "#lib/auth/hats.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { isPeriod, overlaps, type Period } from "#lib/people/dated.ts";
import { hatOps, membershipOps } from "#lib/people/noun.ts";
import type {
  EndMembershipInput,
  GiveHatInput,
  StartMembershipInput,
  TakeHatInput,
} from "#lib/people/schema.ts";
import {
  asDatedRow,
  endRow,
  lockPerson,
  requireAnotherAdmin,
} from "#lib/people/writes/dated-rows.ts";
import { todayOf } from "#lib/quarter.ts";

/**
 * Product Ops gives hats; a Tribe's leads name a deputy of their own, for 90 days at most and within their own time.
 * @throws UserError `not-allowed`, `not-found`, `period-empty`, `deputy-needs-end`, `deputy-too-long`,
 *   `deputy-beyond-own-time`, `hat-worn-already`
 */
export async function giveHat(actor: Actor, input: GiveHatInput, call: Call) {
  const isDeputy = input.code === "deputy" && input.tribeId !== null;
  authorise(actor, isDeputy ? "deputy:name" : "people:manage", { tribeId: input.tribeId });
  const { startsOn, endsOn, ...hat } = input;
  const period = { startsOn: startsOn ?? todayOf(call), endsOn };
  if (!isPeriod(period)) throw new UserError("period-empty");
  if (isDeputy && endsOn === null) throw new UserError("deputy-needs-end");
  if (isDeputy && isTooLong(period)) throw new UserError("deputy-too-long");
  return write(actor, call, { operation: hatOps.given, params: { hat: hat.code } }, async (w) => {
    if (isDeputy && endsOn !== null) await requireOwnTime(w.tx, actor, hat.tribeId, endsOn);
    await lockPerson(w.tx, hat.personId);
    const { personId, code, tribeId, teamId, departmentId } = hat;
    const worn = await w.tx.hat.findMany({
      where: { personId, code, tribeId, teamId, departmentId },
      select: { id: true, startsOn: true, endsOn: true },
    });
    if (worn.map(asDatedRow).some((other) => overlaps(other, period)))
      throw new UserError("hat-worn-already");
    const [id] = await w.insert("hat", [{ ...hat, ...asDates(period) }]);
    return { id: id ?? null };
  });
}

/**
 * Takes a hat off from a day on, today when none is given. It stays known who wore it until then.
 * @throws UserError `not-allowed`, `not-found`, `last-admin`
 */
export async function takeHat(actor: Actor, input: TakeHatInput, call: Call) {
  const hat = await db().hat.findUnique({
    where: { id: input.hatId },
    select: { id: true, code: true, personId: true, tribeId: true },
  });
  const isDeputy = hat?.code === "deputy" && hat.tribeId !== null;
  authorise(actor, isDeputy ? "deputy:name" : "people:manage", { tribeId: hat?.tribeId ?? null });
  if (!hat) throw new UserError("not-found");
  const endsOn = input.endsOn ?? todayOf(call);
  return write(actor, call, { operation: hatOps.taken, params: { hat: hat.code } }, async (w) => {
    await lockPerson(w.tx, hat.personId);
    await requireAnotherAdmin(w.tx, hat.personId, endsOn, hat.id);
    const now = await w.tx.hat.findUnique({
      where: { id: hat.id },
      select: { id: true, startsOn: true, endsOn: true },
    });
    if (!now) throw new UserError("not-found");
    await endRow(w, "hat", asDatedRow(now), endsOn);
    return { id: hat.id };
  });
}

/** @throws UserError `not-allowed`, `not-found`, `member-already` */
export async function startMembership(actor: Actor, input: StartMembershipInput, call: Call) {
  authorise(actor, "people:manage");
  const { startsOn, ...membership } = input;
  const period = { startsOn: startsOn ?? todayOf(call), endsOn: null };
  return write(actor, call, { operation: membershipOps.started }, async (w) => {
    await lockPerson(w.tx, input.personId);
    const { personId, teamId } = membership;
    if ((await w.tx.team.count({ where: { id: teamId, archivedAt: null } })) === 0)
      throw new UserError("not-found");
    const others = await w.tx.membership.findMany({
      where: { personId, teamId },
      select: { id: true, startsOn: true, endsOn: true },
    });
    if (others.map(asDatedRow).some((other) => overlaps(other, period)))
      throw new UserError("member-already");
    const [id] = await w.insert("membership", [{ ...membership, ...asDates(period) }]);
    return { id: id ?? null };
  });
}

/** @throws UserError `not-allowed`, `not-found` */
export async function endMembership(actor: Actor, input: EndMembershipInput, call: Call) {
  authorise(actor, "people:manage");
  const endsOn = input.endsOn ?? todayOf(call);
  return write(actor, call, { operation: membershipOps.ended }, async (w) => {
    const membership = await w.tx.membership.findUnique({
      where: { id: input.membershipId },
      select: { id: true, personId: true, startsOn: true, endsOn: true },
    });
    if (!membership) throw new UserError("not-found");
    await lockPerson(w.tx, membership.personId);
    await endRow(w, "membership", asDatedRow(membership), endsOn);
    return { id: membership.id };
  });
}

const mostDays = 90;

function isTooLong({ startsOn, endsOn }: Period): boolean {
  if (endsOn === null) return true;
  return (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 > mostDays;
}

/** Nobody stands in for longer than whoever names them leads. Product Ops names for all. */
async function requireOwnTime(
  tx: Tx,
  actor: Actor,
  tribeId: string | null,
  endsOn: string,
): Promise<void> {
  if (actor.kind !== "person" || can(actor, "people:manage")) return;
  const leading = await tx.hat.count({
    where: {
      personId: actor.id,
      code: { in: hatCodes.filter((code) => hatSets[code] === "lead" && code !== "deputy") },
      AND: [
        { OR: [{ code: "cpo" }, { tribeId }] },
        { OR: [{ endsOn: null }, { endsOn: { gte: new Date(endsOn) } }] },
      ],
    },
  });
  if (leading === 0) throw new UserError("deputy-beyond-own-time");
}

function asDates({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) {
  return { startsOn: new Date(startsOn), endsOn: endsOn === null ? null : new Date(endsOn) };
}
