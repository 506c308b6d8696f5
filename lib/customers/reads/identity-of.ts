import "server-only";
import { z } from "zod";
import { addressIn, nameKeyOf, nameWords, valueKeyOf } from "#lib/customers/person-keys.ts";
import { addressInSql } from "#lib/customers/reads/address-in.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

/** All by which one person is known here. */
export type Identity = {
  isErased: boolean;
  isColleague: boolean;
  /** Every entry of theirs: of several desks, or of one that gives a name only. */
  requesterIds: string[];
  externalKeys: string[];
  /** In lower case; names of two words or more, since one word alone is nobody's. */
  names: string[];
  emails: string[];
  /** As the desks write them. */
  ids: string[];
  /** What is hashed, so that they are known again. */
  keys: { key: string; words: number }[];
  /** Of LIKE, finding at least every text that mentions them. */
  patterns: string[];
  /** Plain pieces of which one at least stands in every webhook that mentions them. */
  fragments: string[];
};

const deskEntry = z.object({
  id: z.guid(),
  name: z.string(),
  email: z.string().nullable(),
  externalKey: z.string(),
  personId: z.guid().nullable(),
  erasedAt: z.date().nullable(),
});

const toldAsker = z.object({ name: z.string().nullable(), email: z.string().nullable() });

const toldAuthor = z.object({ name: z.string().nullable() });

/**
 * Everybody of the same address is one person, and so is everybody of the same full name whom no address tells apart:
 * once forgotten, nobody could.
 */
export async function identityOf(tx: Asks, requesterId: string): Promise<Identity | null> {
  const entries = await listRows(tx, deskEntry)`
    WITH one AS (SELECT * FROM requester WHERE id = ${requesterId}::uuid),
      own AS (SELECT unnest(${addressesOf(Prisma.sql`one`)}) AS address FROM one)
    SELECT r.id::text AS id, r.name, r.email, r.external_key AS "externalKey", r.person_id::text AS "personId",
      r.erased_at AS "erasedAt"
    FROM requester r, one
    WHERE r.id = one.id OR (one.erased_at IS NULL AND r.erased_at IS NULL AND r.person_id IS NULL AND (
      EXISTS (SELECT FROM own WHERE own.address = ANY (${addressesOf(Prisma.sql`r`)}))
      OR (lower(r.name) = lower(one.name) AND one.name LIKE '%_ _%' AND r.email IS NULL
        AND r.external_key NOT LIKE '%@%')))
    ORDER BY r.id = one.id DESC, r.id`;
  const [asked] = entries;
  if (!asked) return null;
  const externalKeys = entries.map(({ externalKey }) => externalKey);
  const told = await listRows(tx, toldAsker)`
    SELECT DISTINCT reporter_name AS name, reporter_email AS email FROM ticket WHERE reporter_key = ANY (${externalKeys})`;
  const ids = externalKeys.flatMap((key) => (key.startsWith("desk:") ? [key.slice(5)] : []));
  const wrote = await listRows(tx, toldAuthor)`
    SELECT DISTINCT author_name AS name FROM ticket_comment WHERE author_key = ANY (${ids})`;
  const named = [...entries, ...told, ...wrote].flatMap(({ name }) => (name ? [name] : []));
  const emails = [
    ...[...entries, ...told].map(({ email }) => email),
    ...[...named, ...externalKeys].map(addressIn),
    ...ids,
  ];
  return {
    isErased: asked.erasedAt !== null,
    isColleague: asked.personId !== null,
    requesterIds: entries.map(({ id }) => id),
    externalKeys,
    ids,
    ...keysOf({
      named: distinct([...named, ...externalKeys.flatMap(nameOnly)]),
      addresses: distinct(emails.flatMap((one) => (one?.includes("@") ? [one.toLowerCase()] : []))),
      ids,
    }),
  };
}

/** A name that is an address is an address, and so is a key made of one. */
function addressesOf(row: Prisma.Sql): Prisma.Sql {
  const [name, key] = [Prisma.sql`${row}.name`, Prisma.sql`${row}.external_key`];
  return Prisma.sql`ARRAY[lower(${row}.email), ${addressInSql(name)}, ${addressInSql(key)}]`;
}

type Known = { named: string[]; addresses: string[]; ids: string[] };

function keysOf({ named, addresses, ids }: Known) {
  const full = named.filter((name) => nameWords(name) > 1 && !name.includes("@"));
  const plain = [...addresses, ...ids.filter(isNobodyElses)];
  const keys = [
    ...full.map((name) => ({ key: nameKeyOf(name), words: Math.min(nameWords(name), 20) })),
    ...named.map((name) => ({ key: `name:${nameKeyOf(name)}`, words: 1 })),
    ...plain.map((value) => ({ key: valueKeyOf(value), words: 1 })),
    ...ids.map((id) => ({ key: `id:${id.toLowerCase()}`, words: 1 })),
  ];
  return {
    names: distinct(full.map((name) => name.toLowerCase())),
    emails: addresses,
    keys: [...new Map(keys.map((one) => [one.key, one])).values()],
    patterns: distinct([...full.map(roughly), ...plain.map(roughly)]),
    fragments: distinct([...full, ...plain, ...ids].flatMap(longestPlain)),
  };
}

/** An id that stands for nothing else wherever it stands: not a number, not a word. */
function isNobodyElses(id: string): boolean {
  return /[a-z]/i.test(id) && ((id.length >= 8 && /\d/.test(id)) || /[a-z0-9][._-][a-z]/i.test(id));
}

/** Signs between words and letters with accents may be written otherwise. */
function roughly(text: string): string {
  const parts = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `%${parts.map((part) => part.replace(/[^a-z0-9]/gi, "_")).join("%")}%`;
}

/** The longest run of plain letters, as it is written in JSON whatever escapes the rest. */
function longestPlain(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9]{3,}/g) ?? [];
  const [longest] = runs.toSorted((a, b) => b.length - a.length);
  return longest ? [longest] : [];
}

function nameOnly(externalKey: string): string[] {
  return externalKey.startsWith("name:") ? [externalKey.slice(5)] : [];
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
