import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { type Band, COMPANY_BAND } from "#lib/roadmap/band.ts";
import { bandOps, capacityOps } from "#lib/roadmap/noun.ts";
import type { SetBand, SetCapacity } from "#lib/roadmap/schema.ts";
import { lockTribe, stateOf } from "#lib/roadmap/writes/lane-for-writing.ts";

/**
 * What a team can take on in a quarter, and what of it is kept for bugs and maintenance; half person-months.
 * @throws UserError `not-allowed`, `not-found`, `quarter-closed`, `changed-meanwhile`
 */
export async function setCapacity(actor: Actor, input: SetCapacity, call: Call) {
  const { teamId, quarter, version, halfMonths, reserveHalfMonths } = input;
  const team = await findTeam(teamId);
  authorise(actor, "capacity:set", { tribeId: team.tribeId });
  const params = { team: team.name, quarter, halfMonths, reserveHalfMonths };
  return write(actor, call, { operation: capacityOps.set, params }, async (w) => {
    const tribe = await lockTribe(w.tx, team.tribeId);
    if ((await stateOf(w.tx, team.tribeId, quarter)) === "closed")
      throw new UserError("quarter-closed", { tribe: tribe.name, quarter });
    const row = await w.tx.capacity.findUnique({
      where: { teamId_quarter: { teamId, quarter } },
      select: { id: true },
    });
    const fields = { halfMonths, reserveHalfMonths };
    // What nobody had set when it was looked at, somebody may have set by now.
    if (!row && version) throw new UserError("changed-meanwhile");
    if (row) await w.update("capacity", [row.id], fields, version);
    else await w.insert("capacity", [{ teamId, quarter, ...fields }]);
    return { teamId, quarter };
  });
}

/**
 * The tech share that a Tribe or a team holds itself to: within the company's band, which it may only narrow.
 * @throws UserError `not-allowed`, `not-found`, `band-outside-company`, `changed-meanwhile`
 */
export async function setBand(actor: Actor, input: SetBand, call: Call) {
  const { tribeId, name } = await findPerimeter(input);
  authorise(actor, "band:set", { tribeId });
  const { band } = input;
  if (band && !isWithinCompanys(band)) throw new UserError("band-outside-company", COMPANY_BAND);
  const fields = { bandLow: band?.low ?? null, bandHigh: band?.high ?? null };
  const params = { name, low: fields.bandLow, high: fields.bandHigh };
  return write(actor, call, { operation: bandOps.set, params }, async (w) => {
    if (input.perimeter === "team")
      return { ids: await w.update("team", [input.teamId], fields, input.version) };
    const ofTribe = { bandLow: input.band.low, bandHigh: input.band.high };
    return { ids: await w.update("tribe", [tribeId], ofTribe, input.version) };
  });
}

function isWithinCompanys({ low, high }: Band): boolean {
  return low >= COMPANY_BAND.low && high <= COMPANY_BAND.high;
}

async function findPerimeter(input: SetBand): Promise<{ tribeId: string; name: string }> {
  if (input.perimeter === "team") return findTeam(input.teamId);
  const tribe = await db().tribe.findUnique({
    where: { id: input.tribeId },
    select: { name: true },
  });
  if (!tribe) throw new UserError("not-found");
  return { tribeId: input.tribeId, name: tribe.name };
}

async function findTeam(teamId: string): Promise<{ tribeId: string; name: string }> {
  const team = await db().team.findUnique({
    where: { id: teamId },
    select: { tribeId: true, name: true },
  });
  if (!team) throw new UserError("not-found");
  return team;
}
