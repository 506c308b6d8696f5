import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { sharingOps } from "#lib/distribution/noun.ts";
import { isOver, isTooFar, mayBeClaimed, strangerAmong } from "#lib/distribution/rules.ts";
import type { ClaimInput, ShareOutInput, UnshareInput } from "#lib/distribution/schema.ts";
import { UserError } from "#lib/errors.ts";
import { strangerTo } from "#lib/insights/as-shown.ts";
import { insightKey } from "#lib/insights/number.ts";
import { type LockedInsight, lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import type { Moment, Quarter } from "#lib/quarter.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

/**
 * Shares insights out to one of their Tribe's teams for a quarter. What another team had for that quarter moves; what
 * the team has already stays as it is.
 * @throws UserError `not-allowed`, `team-not-found`, `insight-not-in-tribe`, `quarter-over`, `quarter-too-far`,
 *   `insight-is-merged`, `changed-meanwhile` when a team has one that was shown with another
 */
export async function shareOut(actor: Actor, input: ShareOutInput, call: Call) {
  const team = await findTeam(input.teamId);
  authorise(actor, "insight:share-out", { tribeId: team.tribeId });
  refuseOutOfReach(input.quarter, call);
  const params = paramsOf(input, team.id);
  return write(actor, call, { operation: sharingOps.sharedOut, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.insightIds);
    refuseStrangers(rows, team);
    await give(w, { actor, team, quarter: input.quarter, now: call.now, rows, was: input.was });
    return { numbers: numbersOf(rows) };
  });
}

/**
 * Takes insights back from whichever team has them for that quarter.
 * @throws UserError `not-allowed` when one is with another Tribe's team, `quarter-over`, `changed-meanwhile`
 */
export async function unshare(actor: Actor, input: UnshareInput, call: Call) {
  authorise(actor, "insight:list");
  refuseWhenOver(input.quarter, call);
  const params = { quarter: input.quarter, count: input.insightIds.length };
  return write(actor, call, { operation: sharingOps.unshared, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.insightIds);
    const sharings = await sharingsOf(w, input);
    const tribes = new Set([...sharings, ...rows].map(({ tribeId }) => tribeId));
    for (const tribeId of tribes) authorise(actor, "insight:share-out", { tribeId });
    requireTeamsAsShown(rows, sharings, input.was);
    await w.remove(
      "sharing",
      sharings.map(({ id }) => id),
    );
    return { numbers: numbersOf(rows) };
  });
}

/**
 * Takes insights from the Tribe's pool into one's own team for a quarter.
 * @throws UserError `not-allowed`, `team-not-found`, `insight-not-in-tribe`, `insight-not-in-pool`, `quarter-over`,
 *   `quarter-too-far`
 */
export async function claim(actor: Actor, input: ClaimInput, call: Call) {
  const team = await findTeam(input.teamId);
  authorise(actor, "insight:claim", { teamId: team.id, tribeId: team.tribeId });
  refuseOutOfReach(input.quarter, call);
  const params = paramsOf(input, team.id);
  return write(actor, call, { operation: sharingOps.claimed, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.insightIds);
    refuseStrangers(rows, team);
    await refuseOutsidePool(w, input, rows);
    await give(w, { actor, team, quarter: input.quarter, now: call.now, rows });
    return { numbers: numbersOf(rows) };
  });
}

type Team = { id: string; tribeId: string; tribe: { name: string } };

async function findTeam(id: string): Promise<Team> {
  const team = await db().team.findFirst({
    where: { id, archivedAt: null },
    select: { id: true, tribeId: true, tribe: { select: { name: true } } },
  });
  if (!team) throw new UserError("team-not-found");
  return team;
}

function paramsOf({ insightIds, quarter }: ClaimInput, teamId: string) {
  return { teamId, quarter, count: insightIds.length };
}

function refuseWhenOver(quarter: Quarter, at: Moment): void {
  if (isOver(quarter, at)) throw new UserError("quarter-over", { quarter });
}

function refuseOutOfReach(quarter: Quarter, at: Moment): void {
  refuseWhenOver(quarter, at);
  if (isTooFar(quarter, at)) throw new UserError("quarter-too-far", { quarter });
}

function refuseStrangers(rows: readonly LockedInsight[], { tribeId, tribe }: Team): void {
  const stranger = strangerAmong(rows, tribeId);
  if (stranger)
    throw new UserError("insight-not-in-tribe", {
      insight: insightKey(stranger.number),
      tribe: tribe.name,
    });
}

async function refuseOutsidePool(w: Write, input: ClaimInput, rows: readonly LockedInsight[]) {
  const held = await listRows(w.tx, heldInsight)`
    SELECT i.id::text AS id, i.answer IS NOT NULL AS "isAnswered", i.team_id::text AS "teamNow",
      s.team_id::text AS "teamOfQuarter", t.name AS team
    FROM insight i CROSS JOIN LATERAL (SELECT team_of_quarter(i.id, i.tribe_id, ${input.quarter}) AS team_id) AS s
    LEFT JOIN team t ON t.id = coalesce(s.team_id, i.team_id)
    WHERE i.id = ANY (${input.insightIds}::uuid[])`;
  const taken = held.find((one) => one.isAnswered || !mayBeClaimed(one, input.teamId));
  if (!taken) return;
  const number = rows.find(({ id }) => id === taken.id)?.number ?? 0;
  throw new UserError("insight-not-in-pool", {
    insight: insightKey(number),
    team: taken.isAnswered ? "none" : (taken.team ?? "none"),
  });
}

const heldInsight = z.object({
  id: z.guid(),
  isAnswered: z.boolean(),
  teamNow: z.guid().nullable(),
  teamOfQuarter: z.guid().nullable(),
  team: z.string().nullable(),
});

type Giving = {
  actor: Actor;
  team: Team;
  quarter: Quarter;
  now: Date;
  rows: readonly LockedInsight[];
  /** Left out by who takes only what waits. */
  was?: ShareOutInput["was"];
};

async function give(w: Write, { actor, team, quarter, now, rows, was }: Giving): Promise<void> {
  const insightIds = rows.map(({ id }) => id);
  const there = await sharingsOf(w, { insightIds, quarter });
  // What the team has already is as it was wanted, whoever shared it out.
  const others = there.filter(({ teamId }) => teamId !== team.id);
  if (was) requireTeamsAsShown(rows, others, was);
  const own = there.filter(({ isOwn }) => isOwn);
  const have = new Set(
    there.filter(({ isOwn, teamId }) => isOwn || teamId === team.id).map((one) => one.insightId),
  );
  const how = {
    teamId: team.id,
    sharedById: actor.kind === "person" ? actor.id : null,
    sharedAt: now,
  };
  const moving = own.filter(({ teamId }) => teamId !== team.id).map(({ id }) => id);
  await w.update("sharing", moving, how);
  const fresh = insightIds.filter((id) => !have.has(id));
  await w.insert(
    "sharing",
    fresh.map((insightId) => ({ insightId, quarter, ...how })),
  );
}

function requireTeamsAsShown(
  rows: readonly LockedInsight[],
  sharings: readonly SharingRow[],
  was: ShareOutInput["was"],
): void {
  const teamsOf = Map.groupBy(sharings, ({ insightId }) => insightId);
  const other = strangerTo(was, rows, ({ id }, shown) => {
    const teams = teamsOf.get(id) ?? [];
    return teams.length === 0 || teams.some(({ teamId }) => teamId === shown);
  });
  if (other) throw new UserError("changed-meanwhile");
}

const sharingRow = z.object({
  id: z.guid(),
  insightId: z.guid(),
  teamId: z.guid(),
  tribeId: z.guid(),
  /** Else it hangs on what was merged into the insight. */
  isOwn: z.boolean(),
});
type SharingRow = z.output<typeof sharingRow>;

/** Where these insights are shared out to for the quarter, by themselves or by what was merged into them. */
function sharingsOf(
  w: Write,
  { insightIds, quarter }: Pick<UnshareInput, "insightIds" | "quarter">,
): Promise<SharingRow[]> {
  return listRows(w.tx, sharingRow)`
    SELECT l.id::text AS id, i.id::text AS "insightId", l.team_id::text AS "teamId", t.tribe_id::text AS "tribeId",
      m.id = i.id AS "isOwn"
    FROM ${hanging("sharing")} JOIN insight i ON i.id = m.root_id JOIN team t ON t.id = l.team_id
    WHERE l.quarter = ${quarter} AND i.id = ANY (${insightIds}::uuid[]) AND (m.id = i.id OR t.tribe_id = i.tribe_id)`;
}
