import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { initiativeOps } from "#lib/initiatives/noun.ts";
import type { LinkEpic, LinkKeyResults } from "#lib/initiatives/schema.ts";
import { findInitiativeForWriting, named } from "#lib/initiatives/writes/initiative-for-writing.ts";
import {
  changeInitiatives,
  tieKeyResults,
  untieKeyResults,
} from "#lib/initiatives/writes/initiative-rows.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Ties an initiative to the Jira epic that delivers it; an empty key unties it.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `epic-taken` when another initiative holds that epic
 */
export async function linkEpic(actor: Actor, input: LinkEpic, call: Call) {
  authorise(actor, "initiative:edit");
  const initiative = await findInitiativeForWriting(input.initiativeId);
  const epicKey = input.epicKey || null;
  const meta = {
    operation: epicKey ? initiativeOps.linked : initiativeOps.unlinked,
    params: { ...named(initiative), to: "epic", epicKey },
  } as const;
  return write(actor, call, meta, async (w) => {
    if (epicKey) await refuseTakenEpic(w, epicKey, initiative.id);
    await changeInitiatives(w, [initiative.id], { epicKey }, saidBy(actor, call), input.version);
    return { id: initiative.id };
  });
}

/**
 * Says which key results an initiative serves. Individual ones are between a person and their manager: an
 * initiative, which everybody sees, is never tied to them.
 * @throws UserError `not-allowed`, `not-found`
 */
export async function linkKeyResults(actor: Actor, input: LinkKeyResults, call: Call) {
  authorise(actor, "okr:link");
  const initiative = await findInitiativeForWriting(input.initiativeId);
  const keyResultIds = [...new Set(input.keyResultIds)];
  const meta = {
    operation: initiativeOps.linked,
    params: { ...named(initiative), to: "key-result", count: keyResultIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    await requireOpenKeyResults(w, keyResultIds);
    const missing = await notYetLinked(w, initiative.id, keyResultIds);
    const ties = missing.map((keyResultId) => ({ initiativeId: initiative.id, keyResultId }));
    return { ids: await tieKeyResults(w, ties) };
  });
}

/** @throws UserError `not-allowed`, `not-found` */
export async function unlinkKeyResults(actor: Actor, input: LinkKeyResults, call: Call) {
  authorise(actor, "okr:link");
  const initiative = await findInitiativeForWriting(input.initiativeId);
  const meta = {
    operation: initiativeOps.unlinked,
    params: { ...named(initiative), to: "key-result", count: input.keyResultIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    const links = await w.tx.initiativeKeyResult.findMany({
      where: { initiativeId: initiative.id, keyResultId: { in: input.keyResultIds } },
      select: { id: true },
    });
    const tieIds = links.map((link) => link.id);
    return { ids: await untieKeyResults(w, tieIds) };
  });
}

async function refuseTakenEpic(w: Write, epicKey: string, initiativeId: string): Promise<void> {
  const other = await w.tx.initiative.findFirst({
    where: { epicKey, archivedAt: null, id: { not: initiativeId } },
    select: { number: true, title: true },
  });
  if (other) throw new UserError("epic-taken", { epicKey, title: other.title });
}

async function requireOpenKeyResults(w: Write, ids: readonly string[]): Promise<void> {
  const found = await w.tx.keyResult.count({
    where: {
      id: { in: [...ids] },
      archivedAt: null,
      objective: { archivedAt: null, level: { in: ["company", "department"] } },
    },
  });
  if (found < ids.length) throw new UserError("not-found");
}

/** Locks the initiative, so that the same link asked for twice at once is made once. */
async function notYetLinked(w: Write, initiativeId: string, ids: readonly string[]) {
  await w.tx
    .$executeRaw`SELECT 1 FROM initiative WHERE id = ${initiativeId}::uuid FOR NO KEY UPDATE`;
  const links = await w.tx.initiativeKeyResult.findMany({
    where: { initiativeId, keyResultId: { in: [...ids] } },
    select: { keyResultId: true },
  });
  const linked = new Set(links.map((link) => link.keyResultId));
  return ids.filter((id) => !linked.has(id));
}
