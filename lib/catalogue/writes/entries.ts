import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { entryOps } from "#lib/catalogue/noun.ts";
import type { ArchiveEntry, CreateEntry, EditEntry, VerifyEntries } from "#lib/catalogue/schema.ts";
import { UserError } from "#lib/errors.ts";
import type { Fields } from "#lib/operations/rows.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** Says what the product does. @throws UserError `not-allowed`, `not-found` (the team or the initiative) */
export async function createEntry(actor: Actor, input: CreateEntry, call: Call) {
  authorise(actor, "catalogue:edit");
  const meta = { operation: entryOps.created, params: { title: input.title } } as const;
  return write(actor, call, meta, async (w) => {
    await requirePlaces(w, input);
    const said = saidBy(actor, call);
    const made = { createdAt: said.at, createdById: said.byId };
    const [id = ""] = await w.insert("catalogue_entry", [
      { ...contentOf(input), ...verified(actor, call), ...made },
    ]);
    return { id };
  });
}

/**
 * Says it otherwise, and that it is so today: a draft is one no more.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`
 */
export async function editEntry(actor: Actor, input: EditEntry, call: Call) {
  authorise(actor, "catalogue:edit");
  const { id, version, ...content } = input;
  const meta = { operation: entryOps.edited, params: { catalogueEntryId: id } } as const;
  return write(actor, call, meta, async (w) => {
    await lockEntries(w, [id]);
    await requirePlaces(w, content);
    const fields = { ...contentOf(content), ...verified(actor, call) };
    await w.update("catalogue_entry", [id], fields, version);
    return { id };
  });
}

/**
 * Says that they are so today, as they stand; drafts are none any more.
 * @throws UserError `not-allowed`, `not-found` where one of them is gone
 */
export async function verifyEntries(actor: Actor, { ids }: VerifyEntries, call: Call) {
  authorise(actor, "catalogue:edit");
  const meta = { operation: entryOps.verified, params: { count: ids.length } } as const;
  return write(actor, call, meta, async (w) => {
    const there = await lockEntries(w, ids);
    await w.update("catalogue_entry", there, verified(actor, call));
    return { count: there.length };
  });
}

/** Takes one out of every answer. @throws UserError `not-allowed`, `not-found`, `changed-meanwhile` */
export async function archiveEntry(actor: Actor, { id, version }: ArchiveEntry, call: Call) {
  authorise(actor, "catalogue:edit");
  const meta = { operation: entryOps.archived, params: { catalogueEntryId: id } } as const;
  return write(actor, call, meta, async (w) => {
    await lockEntries(w, [id]);
    await w.update("catalogue_entry", [id], { archivedAt: call.now }, version);
    return { id };
  });
}

function contentOf({ ...content }: CreateEntry): Fields<"catalogue_entry"> {
  const { quarter = null, teamId = null, initiativeId = null } = content;
  const { helpUrl = null, videoUrl = null, trainingUrl = null } = content;
  return { ...content, quarter, teamId, initiativeId, helpUrl, videoUrl, trainingUrl };
}

function verified(actor: Actor, call: Call): Fields<"catalogue_entry"> {
  const { byId, at } = saidBy(actor, call);
  return { isDraft: false, verifiedAt: at, verifiedById: byId };
}

/** Locked until the transaction ends, one after the other. @throws UserError `not-found` */
async function lockEntries(w: Write, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const rows = await listRows(w.tx, onlyId)`
    SELECT id::text AS id FROM catalogue_entry
    WHERE id = ANY (${wanted}::uuid[]) AND archived_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  if (rows.length < wanted.length) throw new UserError("not-found");
  return rows.map(({ id }) => id);
}

async function requirePlaces(w: Write, { teamId, initiativeId }: CreateEntry): Promise<void> {
  const there = { archivedAt: null };
  const select = { id: true };
  const team = teamId && (await w.tx.team.findFirst({ where: { id: teamId, ...there }, select }));
  const initiative =
    initiativeId &&
    (await w.tx.initiative.findFirst({ where: { id: initiativeId, ...there }, select }));
  if ((teamId && !team) || (initiativeId && !initiative)) throw new UserError("not-found");
}
