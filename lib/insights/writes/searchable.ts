import "server-only";
import { z } from "zod";
import { db, type Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { searchVector, searchVersion } from "#lib/search/vector.ts";
import { listRows } from "#lib/sql/rows.ts";

// What an insight is found by is made from its words wherever these are written (imports bring it along). Where it was
// not, after a restore or by a former release, the worker makes it.

const words = z.object({ id: z.guid(), title: z.string().nullable(), body: z.string() });

/** How many are made at once, and how much of a text is read for it. */
const most = 200;
const longestRead = 200_000;

/** Makes those of these insights whose words changed found by what they say now. */
export async function makeSearchable(
  w: { tx: Pick<Tx, "$queryRaw" | "$executeRaw"> },
  ids: readonly string[],
): Promise<void> {
  await makeThese(
    w.tx,
    Prisma.sql`id = ANY (${ids}::uuid[]) AND search_by < ${searchVersion} ORDER BY id FOR NO KEY UPDATE`,
  );
}

/** The same for all that nobody has made so far; ends early when it is told to. */
export async function makeRestSearchable(signal?: AbortSignal): Promise<void> {
  const waiting = Prisma.sql`search_by < ${searchVersion} ORDER BY id LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`;
  let made = most;
  while (made === most && !signal?.aborted)
    made = await db().$transaction((tx) => makeThese(tx, waiting));
}

async function makeThese(
  tx: Pick<Tx, "$queryRaw" | "$executeRaw">,
  which: Prisma.Sql,
): Promise<number> {
  const found = await listRows(tx, words)`
    SELECT id::text AS id, title, left(body, ${longestRead}) AS body FROM insight WHERE ${which}`;
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  const vectors = found.map(({ title, body }) => searchVector(title, body));
  return tx.$executeRaw`
    UPDATE insight i SET search = v.search::tsvector, search_by = ${searchVersion}
    FROM unnest(${ids}::uuid[], ${vectors}::text[]) AS v (id, search) WHERE i.id = v.id`;
}
