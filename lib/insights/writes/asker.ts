import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { freeMailDomains } from "#lib/customers/free-mail.ts";
import { organisationOfDomain } from "#lib/customers/reads/organisation-names.ts";
import type { Forgotten } from "#lib/forgotten/forgotten.ts";
import { addressIn } from "#lib/forgotten/person-keys.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { domainOf } from "#lib/insights/mail/people.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { findRow, oneRow } from "#lib/sql/rows.ts";

export type Asker = { name: string | null; email: string | null };

/**
 * The requester that this person is, keyed as imports key them: a colleague, the one a desk already told of by the
 * same address, or a new one, of the organisation whose address it is. Null for who asked to be forgotten.
 */
export async function askerFor(
  w: Write,
  asker: Asker,
  forgotten: Forgotten | null,
): Promise<string | null> {
  const email = asker.email?.toLowerCase() ?? addressIn(asker.name);
  const { name } = asker;
  if (name === null && email === null) return null;
  if (forgotten?.holds({ id: email, name, email })) return null;
  const colleague = email && (await colleagueOf(w, email));
  if (colleague) return colleagueRequester(w, colleague);
  const externalKey = email ? `desk:${email}` : `name:${name?.toLowerCase()}`;
  await lock(w, externalKey);
  const known = await knownAsker(w, externalKey, email);
  if (known) return known;
  const organisationId = email && (await organisationOfAddress(w, email));
  const [made = ""] = await w.insert("requester", [
    { name: name ?? email ?? "", externalKey, email, organisationId: organisationId || null },
  ]);
  return made;
}

/** The requester that a colleague is. */
export async function colleagueRequester(
  w: Write,
  person: Pick<PersonActor, "id" | "name">,
): Promise<string> {
  await lock(w, person.id);
  const known = await w.tx.requester.findFirst({
    where: { personId: person.id },
    select: { id: true },
  });
  if (known) return known.id;
  const [made = ""] = await w.insert("requester", [
    { name: person.name, externalKey: `person:${person.id}`, personId: person.id },
  ]);
  return made;
}

async function lock(w: Write, key: string): Promise<void> {
  await w.tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('requester:' || ${key}))`;
}

async function colleagueOf(w: Write, email: string) {
  return w.tx.person.findUnique({ where: { email }, select: { id: true, name: true } });
}

async function knownAsker(w: Write, key: string, email: string | null): Promise<string | null> {
  const found = await findRow(w.tx, onlyId)`
    SELECT id::text AS id FROM requester
    WHERE erased_at IS NULL AND (external_key = ${key} OR lower(email) = ${email})
    ORDER BY external_key = ${key} DESC, id LIMIT 1`;
  return found?.id ?? null;
}

const domainsCustomer = z.object({ id: z.guid().nullable() });

async function organisationOfAddress(w: Write, email: string): Promise<string | null> {
  const domain = domainOf(email);
  if (domain === null || freeMailDomains.includes(domain)) return null;
  const { id } = await oneRow(w.tx, domainsCustomer)`
    SELECT ${organisationOfDomain(Prisma.sql`${domain}`)}::text AS id`;
  return id;
}
