import "server-only";
import { type Actor, system } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { dutyOps } from "#lib/duty/noun.ts";
import { listSorters } from "#lib/duty/reads.ts";
import { fridayOf, mondaysFrom, planned } from "#lib/duty/rota.ts";
import type { ExchangeDutyInput, GiveDutyInput } from "#lib/duty/schema.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, newCall, type Write, write } from "#lib/operations/write.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";

/**
 * Two weeks change hands; one of them is the actor's own, or they keep the frame.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `duty-over`
 */
export async function exchangeDuty(actor: Actor, input: ExchangeDutyInput, call: Call) {
  authorise(actor, "duty:exchange");
  const weeks = await db().dutyWeek.findMany({
    where: { id: { in: [input.week.id, input.with.id] } },
    select: { id: true, week: true },
  });
  const dayOf = (id: string) =>
    weeks
      .find((one) => one.id === id)
      ?.week.toISOString()
      .slice(0, 10);
  const params = { week: dayOf(input.week.id) ?? "", other_week: dayOf(input.with.id) ?? "" };
  return write(actor, call, { operation: dutyOps.exchanged, params }, async (w) => {
    const one = await held(w, input.week, call);
    const other = await held(w, input.with, call);
    const isOwn = actor.kind === "person" && [one.personId, other.personId].includes(actor.id);
    if (!isOwn && !can(actor, "duty:give")) throw new UserError("not-allowed");
    await w.update("duty_week", [one.id], { personId: other.personId }, input.week.version);
    await w.update("duty_week", [other.id], { personId: one.personId }, input.with.version);
    return { id: one.id };
  });
}

/**
 * Gives a week to somebody who sorts, or to nobody.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `duty-over`, `duty-sorts-not`
 */
export async function giveDuty(actor: Actor, input: GiveDutyInput, call: Call) {
  authorise(actor, "duty:give");
  const { id, version, personId } = input;
  const [week, person] = await Promise.all([
    db().dutyWeek.findUnique({ where: { id }, select: { week: true } }),
    personId ? db().person.findUnique({ where: { id: personId }, select: { name: true } }) : null,
  ]);
  const params = {
    week: week?.week.toISOString().slice(0, 10) ?? "",
    ...(person && { holder: person.name }),
  };
  return write(actor, call, { operation: dutyOps.given, params }, async (w) => {
    await held(w, { id, version }, call);
    if (personId) {
      const sorters = await listSorters(actor, call, w.tx);
      if (!sorters.some((one) => one.id === personId)) throw new UserError("duty-sorts-not");
    }
    await w.update("duty_week", [id], { personId }, version);
    return { id };
  });
}

/** A week that is still to be held, as it was seen; nobody changes it until this act is over. */
async function held(w: Write, { id, version }: { id: string; version: number }, at: Moment) {
  const found = await w.tx.dutyWeek.findUnique({ where: { id } });
  if (!found) throw new UserError("not-found");
  if (found.version !== version) throw new UserError("changed-meanwhile");
  if (fridayOf(found.week.toISOString().slice(0, 10)) < todayOf(at))
    throw new UserError("duty-over");
  return found;
}

/** Sees to it that the weeks ahead are held. Asked again, nothing happens. @returns how many weeks were given */
export async function planDuty(at: Moment): Promise<number> {
  const weeks = mondaysFrom(todayOf(at));
  if ((await missing(at, weeks)).length === 0) return 0;
  const meta = { operation: dutyOps.planned };
  const { count } = await write(system, newCall(at.now), meta, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('duty'))`;
    const added = await missing(at, weeks, w);
    for (const { week, personId } of added) {
      const there = await w.tx.dutyWeek.findUnique({ where: { week: new Date(week) } });
      if (there) await w.update("duty_week", [there.id], { personId });
      else await w.insert("duty_week", [{ week: new Date(week), personId }]);
    }
    return { count: added.length };
  });
  return count;
}

async function missing(at: Moment, weeks: readonly string[], w?: Write) {
  const [people, held] = await Promise.all([
    listSorters(system, at, w?.tx),
    (w?.tx ?? db()).dutyWeek.findMany({ select: { week: true, personId: true } }),
  ]);
  return planned(
    weeks,
    people.map(({ id }) => id),
    held.map(({ week, personId }) => ({ week: week.toISOString().slice(0, 10), personId })),
  );
}
