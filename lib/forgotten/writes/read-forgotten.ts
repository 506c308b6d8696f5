import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { type Forgotten, forgottenOf } from "#lib/forgotten/forgotten.ts";
import { readErasureKey } from "#lib/forgotten/writes/erasure-key.ts";
import { shareNames } from "#lib/forgotten/writes/names-lock.ts";
import { listRows } from "#lib/sql/rows.ts";

const erasureRow = z.object({ hash: z.string(), words: z.number(), madeWith: z.string() });

/** Nobody can be erased while a transaction that has asked this still writes; who is, is known to those after it. */
export async function readForgotten(
  tx: Pick<Tx, "$queryRaw" | "$executeRaw">,
): Promise<Forgotten | null> {
  await shareNames(tx);
  const rows = await listRows(tx, erasureRow)`
    SELECT encode(key_hash, 'hex') AS hash, words, made_with AS "madeWith" FROM erasure`;
  return rows.length === 0 ? null : forgottenOf(rows, await readErasureKey(tx));
}
