import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { askers, ownRows } from "#lib/erasure/declared.ts";
import { identityOf } from "#lib/erasure/reads/identity-of.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { oneRow } from "#lib/sql/rows.ts";

export type ErasurePreview = {
  /** Every entry that goes with this one: the same address, or the same full name and no other address. */
  entries: { id: string; name: string; email: string | null }[];
  /** By step: in how many rows they stand as themselves. */
  rows: Readonly<Record<string, number>>;
};

/** What `eraseRequester` would take away, as far as it can be counted; null when there is nobody to erase. */
export async function previewErasure(viewer: Actor, id: string): Promise<ErasurePreview | null> {
  authorise(viewer, "source:manage");
  const who = await identityOf(db(), id);
  if (!who || who.isErased || who.isColleague) return null;
  const entries = await askers.find(db(), id);
  const counted = ownRows.map(async ({ step, table, theirs }) => {
    const { count } = await oneRow(db(), onlyCount)`
      SELECT count(*)::int AS count FROM ${identifier(table)} WHERE ${theirs(who)}`;
    return [step, count] as const;
  });
  return {
    entries: entries.map(({ id: entry, name, email }) => ({ id: entry, name, email })),
    rows: Object.fromEntries(await Promise.all(counted)),
  };
}
