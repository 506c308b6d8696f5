import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { seal, unseal } from "#lib/secret-box.ts";
import { anyRow, bytes } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";

// Hashes of the erased are made with a key of their own, not with the installation's secret: that one changes, and with
// it nobody would know any more who is to stay forgotten. It is made with the first erasure. An export takes it along
// sealed only (docs/decisions/0015).

type Asks = Pick<Tx, "$queryRaw" | "$executeRaw">;
type Bytes = Uint8Array<ArrayBuffer>;

const place = "erasure-key";

const keptKey = z.object({ value: bytes.nullable(), sealed: bytes.nullable() });

/** Null when nobody was erased here yet, or when it came with an export of an installation with another secret. */
export async function readErasureKey(tx: Asks): Promise<Bytes | null> {
  const row = await findRow(tx, keptKey)`
    SELECT value, sealed FROM erasure_key`;
  if (row?.value || !row?.sealed) return row?.value ?? null;
  const opened = open(row.sealed);
  if (opened) await tx.$executeRaw`UPDATE erasure_key SET value = ${opened}`;
  return opened;
}

/**
 * The key, made now when there is none; what an export takes is sealed anew with the secret as it is.
 * @throws UserError `erasure-key-locked`: with another in its place, those erased before could never be recognised
 */
export async function erasureKey(tx: Asks): Promise<Bytes> {
  const known = await readErasureKey(tx);
  if (!known && (await isLocked(tx))) throw new UserError("erasure-key-locked");
  const key = known ?? new Uint8Array(randomBytes(32));
  const sealed = env().NEXTAUTH_SECRET ? seal(Buffer.from(key).toString("hex"), place) : null;
  await tx.$executeRaw`
    INSERT INTO erasure_key (value, sealed) VALUES (${key}, ${sealed})
    ON CONFLICT (id) DO UPDATE SET value = excluded.value, sealed = coalesce(excluded.sealed, erasure_key.sealed)`;
  return key;
}

/** Gives a key up that nobody can open any more. */
export async function dropLockedErasureKey(tx: Asks): Promise<void> {
  if (!(await readErasureKey(tx))) await tx.$executeRaw`DELETE FROM erasure_key`;
}

async function isLocked(tx: Asks): Promise<boolean> {
  return (await listRows(tx, anyRow)`SELECT FROM erasure_key`).length > 0;
}

const openKey = z.object({ value: bytes });

/** Seals the key with the secret as it is, which may be another since the last start: the next export takes it along. */
export async function sealErasureKey(tx: Asks): Promise<void> {
  const row = await findRow(tx, openKey)`
    SELECT value FROM erasure_key WHERE value IS NOT NULL`;
  if (!row || !env().NEXTAUTH_SECRET) return;
  const sealed = seal(Buffer.from(row.value).toString("hex"), place);
  await tx.$executeRaw`UPDATE erasure_key SET sealed = ${sealed}`;
}

let wasTold = false;

function open(sealed: Bytes): Bytes | null {
  try {
    return new Uint8Array(Buffer.from(unseal(sealed, place), "hex"));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Imports go on all the same; whoever runs this reads, once, why the erased of before are not recognised.
    if (!wasTold)
      console.error(`erasures: the key of this company's erasures can't be opened (${error.key})`);
    wasTold = true;
    return null;
  }
}
