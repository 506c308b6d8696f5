import "server-only";
import { z } from "zod";
import { askers, forgetting } from "#lib/erasure/declared.ts";
import { distinct, keysOf, nameOnly } from "#lib/erasure/identity.ts";
import { addressIn } from "#lib/forgotten/person-keys.ts";
import type { Identity } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

const called = z.object({ name: z.string().nullable(), email: z.string().nullable() });

/** Who that is who asks, by whatever the nouns know of them; null when there is nobody of that id. */
export async function identityOf(tx: Asks, requesterId: string): Promise<Identity | null> {
  const entries = await askers.find(tx, requesterId);
  const [asked] = entries;
  if (!asked) return null;
  const externalKeys = entries.map(({ externalKey }) => externalKey);
  const ids = externalKeys.flatMap((key) => (key.startsWith("desk:") ? [key.slice(5)] : []));
  const elsewhere = forgetting.flatMap((one) => one.otherwise?.({ externalKeys, ids }) ?? []);
  const told = await listRows(tx, called)`
    SELECT DISTINCT name, email FROM (${Prisma.join(elsewhere, " UNION ")}) AS n`;
  const all = [...entries, ...told];
  const named = all.flatMap(({ name }) => (name ? [name] : []));
  const emails = [
    ...all.map(({ email }) => email),
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
