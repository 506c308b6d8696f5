import "server-only";
import { z } from "zod";
import type { Forgotten } from "#lib/forgotten/forgotten.ts";
import type { Identity, Messages, OwnRows } from "#lib/frame/forgets.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { Write } from "#lib/operations/write.ts";
import { bytes } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

type W = Pick<Write, "tx">;

/** Empties what is theirs of these rows, unless it has become somebody else's meanwhile. @returns how many changed. */
export function eraseOwn(w: W, of: OwnRows, who: Identity, ids: readonly string[]) {
  return w.tx.$executeRaw`
    UPDATE ${identifier(of.table)} SET ${of.empties} WHERE id = ANY (${[...ids]}::uuid[]) AND ${of.theirs(who)}`;
}

const kept = z.object({ id: z.guid(), body: bytes });

/** @returns how many changed. */
export async function eraseInMessages(
  w: W,
  of: Messages,
  forgotten: Forgotten,
  ids: readonly string[],
): Promise<number> {
  const [table, column] = [identifier(of.table), identifier(of.body)];
  const found = await listRows(w.tx, kept)`
    SELECT id::text AS id, ${column} AS body FROM ${table} WHERE id = ANY (${[...ids]}::uuid[]) FOR UPDATE`;
  let changed = 0;
  for (const { id, body } of found) {
    const before = Buffer.from(body).toString("utf8");
    const after = of.without(forgotten, before);
    if (after === before) continue;
    await w.tx.$executeRaw`
      UPDATE ${table} SET ${column} = convert_to(${after}, 'UTF8') WHERE id = ${id}::uuid`;
    changed += 1;
  }
  return changed;
}
