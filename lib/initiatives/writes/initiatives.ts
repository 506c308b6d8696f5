import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { initiativeOps } from "#lib/initiatives/noun.ts";
import { fieldOf } from "#lib/initiatives/rice.ts";
import type {
  ArchiveInitiatives,
  CreateInitiative,
  EditInitiative,
  ScoreInitiative,
} from "#lib/initiatives/schema.ts";
import { findInitiativeForWriting, named } from "#lib/initiatives/writes/initiative-for-writing.ts";
import {
  changeInitiatives,
  makeInitiatives,
  tieThemes,
} from "#lib/initiatives/writes/initiative-rows.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Makes an initiative, unscored, from the themes whose insights speak for it.
 * @throws UserError `not-allowed`, `not-found` (the team or a theme)
 */
export async function createInitiative(actor: Actor, input: CreateInitiative, call: Call) {
  authorise(actor, "initiative:edit");
  const { themeIds, originReason, problem, ...fields } = input;
  const meta = { operation: initiativeOps.created, params: { title: input.title } } as const;
  return write(actor, call, meta, async (w) => {
    await requireTeam(w, input.teamId);
    await requireThemes(w, themeIds);
    const initiative = { ...fields, problem: problem ?? "", originReason: originReason || null };
    const [id = ""] = await makeInitiatives(w, [initiative], saidBy(actor, call));
    const ties = [...new Set(themeIds)].map((themeId) => ({ initiativeId: id, themeId }));
    await tieThemes(w, ties);
    const { number } = await w.tx.initiative.findUniqueOrThrow({
      where: { id },
      select: { number: true },
    });
    return { id, number };
  });
}

/** @throws UserError `not-allowed`, `not-found`, `changed-meanwhile` */
export async function editInitiative(actor: Actor, input: EditInitiative, call: Call) {
  authorise(actor, "initiative:edit");
  const { initiativeId, version, problem, ...others } = input;
  const given = { ...others, problem: problem === null ? "" : problem };
  const initiative = await findInitiativeForWriting(initiativeId);
  const fields = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  const meta = { operation: initiativeOps.edited, params: named(initiative) } as const;
  return write(actor, call, meta, async (w) => {
    if (given.teamId) await requireTeam(w, given.teamId);
    await changeInitiatives(w, [initiativeId], fields, saidBy(actor, call), version);
    return { id: initiativeId };
  });
}

/**
 * Gives one factor a value, or takes it back with null. Who, when and why are kept for every value ever given.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`
 */
export async function scoreInitiative(actor: Actor, input: ScoreInitiative, call: Call) {
  authorise(actor, "initiative:score");
  const { initiativeId, factor, value, version } = input;
  const initiative = await findInitiativeForWriting(initiativeId);
  const meta = {
    operation: initiativeOps.scored,
    params: { ...named(initiative), factor, value },
  } as const;
  return write(actor, call, meta, async (w) => {
    const said = { ...saidBy(actor, call), reason: input.reason || null };
    const fields = { [fieldOf[factor]]: value };
    const [found] = await changeInitiatives(w, [initiativeId], fields, said, version);
    if (!found) throw new UserError("not-found");
    return { id: initiativeId };
  });
}

/**
 * Takes initiatives out of every list; nothing is deleted, and what was planned stays in its quarters.
 * @throws UserError `not-allowed`
 */
export async function archiveInitiatives(actor: Actor, input: ArchiveInitiatives, call: Call) {
  authorise(actor, "initiative:edit");
  const meta = {
    operation: initiativeOps.archived,
    params: { count: input.initiativeIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    const fields = { archivedAt: call.now };
    return { ids: await changeInitiatives(w, input.initiativeIds, fields, saidBy(actor, call)) };
  });
}

async function requireTeam(w: Write, teamId: string): Promise<void> {
  const team = await w.tx.team.findFirst({
    where: { id: teamId, archivedAt: null },
    select: { id: true },
  });
  if (!team) throw new UserError("not-found");
}

async function requireThemes(w: Write, themeIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(themeIds)];
  const found = await w.tx.theme.count({ where: { id: { in: wanted }, archivedAt: null } });
  if (found < wanted.length) throw new UserError("not-found");
}
