import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { haveCustomersAlone } from "#lib/customers/customers-lock.ts";
import { eraseInEvents, eraseMentions } from "#lib/customers/erase-mentions.ts";
import { forgottenOf } from "#lib/customers/forgotten.ts";
import { type Identity, identityOf } from "#lib/customers/identity-of.ts";
import type { EraseInput } from "#lib/customers/schema.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { keyedHash } from "#lib/secret-box.ts";

/**
 * Forgets somebody who had asked for something: their name, address and desk's ids go from every row, from the record
 * of what was done too, and mentions of them from every text; what they said stays. Whatever a desk sends later comes
 * in without them. It can't be undone.
 * @throws UserError `not-found`, `requester-erased-before`, `requester-is-colleague`, `installation-secret-missing`
 */
export async function eraseRequester(actor: Actor, { requesterId }: EraseInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { name: "requester.erased" }, async (w) => {
    await haveCustomersAlone(w.tx);
    const who = await identityOf(w.tx, requesterId);
    if (!who) throw new UserError("not-found");
    if (who.isErased) throw new UserError("requester-erased-before");
    if (who.isColleague) throw new UserError("requester-is-colleague");
    const hashes = await keepHashes(w, who, call.now);
    await w.tx.$executeRaw`SELECT set_config('tribune.erasing', ${call.operationId}, true)`;
    await w.update("requester", who.requesterIds, { erasedAt: call.now });
    const tickets = await blankRows(w, who);
    const forgotten = forgottenOf(hashes);
    const spared = await namesakes(w, who);
    const texts = await eraseMentions(w, { forgotten, patterns: who.patterns, spared });
    const events = await eraseInEvents(w, forgotten, who.fragments);
    return { requesters: who.requesterIds.length, tickets, texts, events };
  });
}

/** How they will be known again, without anybody being able to read who they were. */
async function keepHashes(w: Write, { keys }: Identity, now: Date) {
  const hashes = keys.map(({ key, words }) => ({ hash: keyedHash(key), words }));
  for (const { hash, words } of hashes)
    await w.tx.$executeRaw`
      INSERT INTO erasure (key_hash, words, erased_at) VALUES (${hash}, ${words}, ${now})
      ON CONFLICT (key_hash) DO NOTHING`;
  return hashes.map(({ hash, words }) => ({ hash: Buffer.from(hash).toString("hex"), words }));
}

/** Their own rows, and the columns that say who reported or wrote something. @returns how many tickets. */
async function blankRows(w: Write, { requesterIds, externalKeys, names, emails, ids }: Identity) {
  await w.tx.$executeRaw`
    UPDATE requester SET name = '', email = NULL, external_key = 'erased:' || id, organisation_id = NULL
    WHERE id = ANY (${requesterIds}::uuid[])`;
  const tickets = await w.tx.$executeRaw`
    UPDATE ticket SET reporter_name = NULL, reporter_key = NULL, reporter_email = NULL, version = version + 1
    WHERE reporter_key = ANY (${externalKeys}) OR lower(reporter_email) = ANY (${emails})
      OR (lower(reporter_name) = ANY (${names}) AND reporter_email IS NULL
        AND coalesce(reporter_key, '') NOT LIKE '%@%')`;
  await w.tx.$executeRaw`
    UPDATE ticket_comment SET author_name = NULL, author_key = NULL
    WHERE author_key = ANY (${ids}) OR lower(author_key) = ANY (${emails})
      OR (lower(author_name) = ANY (${names}) AND coalesce(author_key, '') NOT LIKE '%@%')`;
  return tickets;
}

/** Ids of others of that name, who have another address, of their tickets and of the insights from those. */
async function namesakes(w: Write, { names }: Identity): Promise<ReadonlySet<string>> {
  const found = await w.tx.$queryRaw<{ id: string }[]>`
    WITH theirs AS (SELECT id FROM ticket WHERE lower(reporter_name) = ANY (${names}))
    SELECT id::text AS id FROM theirs
    UNION ALL SELECT i.id::text FROM insight i JOIN theirs ON theirs.id = i.ticket_id
    UNION ALL SELECT id::text FROM requester WHERE lower(name) = ANY (${names}) AND erased_at IS NULL`;
  return new Set(found.map(({ id }) => id));
}
