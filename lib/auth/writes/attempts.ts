import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Counted, forgottenAfter, waitOf, wrongOf } from "#lib/auth/tries.ts";
import { db, type Tx } from "#lib/db.ts";
import { networkOf } from "#lib/door/network.ts";
import { listRows } from "#lib/sql/rows.ts";
import { transactionLimits } from "#lib/waits.ts";

/** Who tries: the account, from where, and the browser's id where its owner has signed in with it before. */
export type Trier = { email: string; address: string; browser: string | null };

type Key = { counted: Counted; key: string };

const counts = z.object({ key: z.string(), wrong: z.int(), lastAt: z.date() });

/**
 * Counts a try as wrong before anybody looks at it, so that many at once are as many. One that has to wait is not made,
 * and does not count.
 * @returns seconds to wait; 0 when it may go on
 */
export async function beginTry(trier: Trier, now: Date): Promise<number> {
  const keys = keysOf(trier);
  return db().$transaction(async (tx) => {
    const found = await hold(tx, keys);
    const tries = keys.map(({ counted, key }) => {
      const { wrong, lastAt } = found.get(key) ?? { wrong: 0, lastAt: now };
      return { counted, key, wrong, lastAt };
    });
    const wait = Math.max(...tries.map((one) => waitOf(one, one.counted, now)));
    if (wait > 0) return wait;
    for (const one of tries) await keep(tx, one.key, wrongOf(one, one.counted, now) + 1, now);
    return 0;
  }, transactionLimits());
}

/** It was right: the wrong ones before it are forgotten, and what others did from there stays. */
export async function endTry(trier: Trier): Promise<void> {
  for (const { counted, key } of keysOf(trier)) {
    if (counted === "address")
      await db()
        .$executeRaw`UPDATE sign_in_attempt SET wrong = wrong - 1 WHERE key = ${key} AND wrong > 0`;
    else await db().$executeRaw`DELETE FROM sign_in_attempt WHERE key = ${key}`;
  }
}

export async function forgetOldTries(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - forgottenAfter * 1000);
  return db().$executeRaw`DELETE FROM sign_in_attempt WHERE last_at < ${oldest}`;
}

/** Whoever knows a browser is counted there alone, where nobody else can be in their way. */
function keysOf({ email, address, browser }: Trier): Key[] {
  const account = email.toLowerCase();
  const network = networkOf(address);
  if (browser) return [keyOf("browser", browser, account)];
  return [keyOf("account", network, account), keyOf("address", network)];
}

/** Nobody's address is kept. */
function keyOf(counted: Counted, ...parts: string[]): Key {
  const text = JSON.stringify([counted, ...parts]);
  return { counted, key: createHash("sha256").update(text).digest("hex") };
}

/** The counts, which nobody else changes until the transaction ends. */
async function hold(tx: Tx, keys: Key[]) {
  const sorted = keys.map(({ key }) => key).sort();
  for (const key of sorted)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const found = await listRows(tx, counts)`
    SELECT key, wrong, last_at AS "lastAt" FROM sign_in_attempt WHERE key = ANY(${sorted})`;
  return new Map(found.map((one) => [one.key, one]));
}

async function keep(tx: Tx, key: string, wrong: number, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO sign_in_attempt (key, wrong, last_at) VALUES (${key}, ${wrong}, ${now})
    ON CONFLICT (key) DO UPDATE SET wrong = excluded.wrong, last_at = excluded.last_at`;
}
