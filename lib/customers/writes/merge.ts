import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { customerOps } from "#lib/customers/noun.ts";
import type { MergeInput, PairInput, PartInput } from "#lib/customers/schema.ts";
import { mergeLinks, mergeRequesters, type Pair } from "#lib/customers/writes/merge-links.ts";
import {
  partFacts,
  partLater,
  partLinks,
  partRequesters,
} from "#lib/customers/writes/part-links.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { haveNamesAlone } from "#lib/forgotten/writes/names-lock.ts";
import type { Organisation } from "#lib/generated/prisma/client.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";

/**
 * Makes one customer of two. What named the other leads to the one kept from now on: its names, domains and ids stay
 * its own and are followed. What the kept one doesn't know (segment, revenue …) it takes from the other.
 * @throws UserError `organisation-not-found`, `organisation-merge-self`, `organisation-merge-chain`
 */
export async function mergeOrganisations(actor: Actor, input: MergeInput, call: Call) {
  authorise(actor, "source:manage");
  const { keepId, otherId } = input;
  if (keepId === otherId) throw new UserError("organisation-merge-self");
  const params = { name: await nameOf(otherId), into: await nameOf(keepId) };
  return write(actor, call, { operation: customerOps.merged, params }, async (w) => {
    const pair = await lockedPair(w, keepId, otherId);
    if (pair.other.mergedIntoId === keepId) return { id: keepId, moved: 0 };
    await requireFree(w, pair);
    await w.update("organisation", [otherId], { mergedIntoId: keepId, archivedAt: call.now });
    await fillFacts(w, pair);
    const moved = await mergeLinks(w, { keepId, otherId });
    await mergeRequesters(w, { keepId, otherId });
    await dropPairs(w, otherId);
    return { id: keepId, moved };
  });
}

/**
 * Makes two customers of one again, exactly as they were: what the merge moved goes back where nobody has changed it
 * since. Tickets that have come since go to the one they name; what was written by hand since stays with the one kept.
 * @throws UserError `not-found`, `organisation-not-merged`, `organisation-name-taken`
 */
export async function partOrganisations(actor: Actor, { id }: PartInput, call: Call) {
  authorise(actor, "source:manage");
  const name = await nameOf(id);
  return write(actor, call, { operation: customerOps.parted, params: { name } }, async (w) => {
    await haveNamesAlone(w.tx);
    const other = await w.tx.organisation.findUnique({ where: { id } });
    if (!other) throw new UserError("not-found");
    if (!other.mergedIntoId) throw new UserError("organisation-not-merged");
    const pair: Pair = { keepId: other.mergedIntoId, otherId: id };
    const taken = await listRows(w.tx, onlyId)`
      SELECT id FROM organisation WHERE lower(name) = lower(${other.name}) AND archived_at IS NULL`;
    if (taken.length > 0) throw new UserError("organisation-name-taken", { name: other.name });
    const operationId = await mergeOf(w, id);
    // First of all: nothing is tied to what is merged away.
    await w.update("organisation", [id], { mergedIntoId: null, archivedAt: null });
    const back = await partLinks(w, pair, operationId);
    const later = await partLater(w, pair, operationId);
    await partRequesters(w, pair, operationId);
    await partFacts(w, pair.keepId, operationId);
    // Somebody has looked at these two: they are not proposed as one again.
    await w.tx.$executeRaw`
      INSERT INTO organisation_pair (a_id, b_id, reason, dismissed_at)
      VALUES (least(${id}::uuid, ${pair.keepId}::uuid), greatest(${id}::uuid, ${pair.keepId}::uuid), 'name', ${call.now})
      ON CONFLICT (a_id, b_id) DO UPDATE SET dismissed_at = excluded.dismissed_at`;
    return { id, moved: back + later };
  });
}

/** Says that two which look alike are two. */
export async function dismissPair(actor: Actor, { id, version }: PairInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { operation: customerOps.pairDismissed }, async (w) => {
    const [found] = await w.update("organisation_pair", [id], { dismissedAt: call.now }, version);
    if (!found) throw new UserError("not-found");
    return { id: found };
  });
}

type Both = { keep: Organisation; other: Organisation };

/** Both rows, with nobody else finding customers by name meanwhile. */
async function lockedPair(w: Write, keepId: string, otherId: string): Promise<Both> {
  await haveNamesAlone(w.tx);
  await w.tx.$executeRaw`
    SELECT id FROM organisation WHERE id IN (${keepId}::uuid, ${otherId}::uuid) ORDER BY id FOR UPDATE`;
  const [keep, other] = await Promise.all([
    w.tx.organisation.findUnique({ where: { id: keepId } }),
    w.tx.organisation.findUnique({ where: { id: otherId } }),
  ]);
  if (!keep || !other) throw new UserError("organisation-not-found");
  return { keep, other };
}

/** One step leads from any name to its customer: neither may be merged away, nor have others merged into the one that goes. */
async function requireFree(w: Write, { keep, other }: Both): Promise<void> {
  if (keep.mergedIntoId || other.mergedIntoId) throw new UserError("organisation-merge-chain");
  if (keep.archivedAt || other.archivedAt) throw new UserError("organisation-not-found");
  const behind = await w.tx.organisation.count({ where: { mergedIntoId: other.id } });
  if (behind > 0) throw new UserError("organisation-merge-chain");
}

async function fillFacts(w: Write, { keep, other }: Both): Promise<void> {
  const facts = {
    ...(keep.revenueCents === null && other.revenueCents !== null
      ? { revenueCents: other.revenueCents }
      : {}),
    ...(keep.atStakeCents === null && other.atStakeCents !== null
      ? { atStakeCents: other.atStakeCents }
      : {}),
    ...(!keep.segment && other.segment ? { segment: other.segment } : {}),
    ...(!keep.country && other.country ? { country: other.country } : {}),
    ...(!keep.accountManager && other.accountManager
      ? { accountManager: other.accountManager }
      : {}),
  };
  if (Object.keys(facts).length > 0) await w.update("organisation", [keep.id], facts);
}

async function dropPairs(w: Write, id: string): Promise<void> {
  const pairs = await w.tx.organisationPair.findMany({
    where: { OR: [{ aId: id }, { bId: id }] },
    select: { id: true },
  });
  await w.remove(
    "organisation_pair",
    pairs.map((pair) => pair.id),
  );
}

/** The operation that merged it last. */
async function mergeOf(w: Write, id: string): Promise<string> {
  const found = await findRow(w.tx, onlyId)`
    SELECT operation_id::text AS id FROM change
    WHERE row_id = ${id} AND table_name = 'organisation' AND after ->> 'merged_into_id' IS NOT NULL
    ORDER BY change.id DESC LIMIT 1`;
  if (!found) throw new UserError("organisation-not-merged");
  return found.id;
}

/** What the operation's sentence says: the name of the one that goes or comes back. */
async function nameOf(id: string): Promise<string> {
  const found = await db().organisation.findUnique({ where: { id }, select: { name: true } });
  return found?.name ?? "";
}
