import "server-only";
import { z } from "zod";
import { system } from "#lib/auth/actor.ts";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { type Database, db } from "#lib/db.ts";
import { erasureOps } from "#lib/erasure/noun.ts";
import { type Place, scanStep } from "#lib/erasure/reads/scan.ts";
import { listSteps, type Step } from "#lib/erasure/reads/steps.ts";
import type { RowKey } from "#lib/erasure/reads/text-tables.ts";
import { eraseInMessages, eraseOwn } from "#lib/erasure/writes/erase-own.ts";
import { eraseInTexts } from "#lib/erasure/writes/erase-texts.ts";
import { UserError } from "#lib/errors.ts";
import { forgottenOf } from "#lib/forgotten/forgotten.ts";
import { erasureHash } from "#lib/forgotten/hash.ts";
import { erasureKey } from "#lib/forgotten/writes/erasure-key.ts";
import type { Identity } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { type Clock, momentOf } from "#lib/quarter.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

export type ErasureSettings = Clock & {
  /** How many rows are looked at in one question, and changed in one transaction. */
  pageSize?: number;
  /** Ends it between two pages. */
  signal?: AbortSignal;
};

const strings = z.array(z.string());
const storedIdentity = z.object({
  ...{
    isErased: z.boolean(),
    isColleague: z.boolean(),
    requesterIds: strings,
    externalKeys: strings,
  },
  ...{ names: strings, emails: strings, ids: strings, patterns: strings, fragments: strings },
  keys: z.array(z.object({ key: z.string(), words: z.number() })),
});
const storedPlace = z.array(z.string()).nullable();

/** Goes on with every erasure that is not done. */
export async function carryOutErasures(settings: ErasureSettings): Promise<void> {
  const unfinished = await db().erasureRun.findMany({
    where: { finishedAt: null },
    orderBy: { startedAt: "asc" },
    select: { id: true },
  });
  const failures: unknown[] = [];
  // One that can't go on keeps none of those after it from going on.
  for (const { id } of unfinished)
    await carryOutErasure(id, settings).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/**
 * Takes somebody who is erased out of every row, page by page, each in a transaction of its own with its place; goes on
 * where it was cut. By what they were found is forgotten with the last page.
 */
export async function carryOutErasure(id: string, settings: ErasureSettings): Promise<void> {
  const asked = await db().operation.findUnique({ where: { id }, select: { actorId: true } });
  const actor =
    (asked?.actorId && (await findActorById(asked.actorId, momentOf(settings)))) || system;
  while (!settings.signal?.aborted) {
    const batch = await gather(id, settings.pageSize ?? 2000);
    if (!batch) return;
    if (batch.pages.length === 0) await move(db(), id, batch, nothing, settings.now());
    else
      await write(
        actor,
        newCall(settings.now()),
        { operation: erasureOps.erasedFurther, work: "erasure" },
        async (w) => {
          await w.tx.$executeRaw`SELECT set_config('tribune.erasing', ${w.operationId}, true)`;
          // Two workers at once: the slower waits here, and leaves this page to the other.
          const held = await listRows(w.tx, anyRow)`
            SELECT FROM erasure_run WHERE id = ${id}::uuid AND ${isAt(batch.from)} FOR UPDATE`;
          if (held.length === 0) throw new UserError("changed-meanwhile");
          const counts = await erase(w, batch);
          await move(w.tx, id, batch, counts, settings.now());
          return counts;
        },
      ).catch(unlessFaster);
  }
}

function unlessFaster(error: unknown): null {
  if (error instanceof UserError && error.key === "changed-meanwhile") return null;
  throw error;
}

type Batch = {
  who: Identity;
  from: { step: string; after: Place };
  pages: { step: Step; found: RowKey[] }[];
  /** Where to go on; null when all is done. */
  to: { step: string; after: Place } | null;
};

type Counts = { tickets: number; texts: number; events: number };
const nothing: Counts = { tickets: 0, texts: 0, events: 0 };

/** Looks on from where it is, over as many steps as it takes, until there is enough to do; null when it is done. */
async function gather(id: string, most: number): Promise<Batch | null> {
  const run = await db().erasureRun.findUnique({ where: { id, finishedAt: null } });
  if (!run) return null;
  const who = storedIdentity.parse(run.identity);
  const steps = await listSteps(db());
  const from = { step: run.step, after: storedPlace.parse(run.after) };
  const pages: Batch["pages"] = [];
  // A table that is gone with a newer version: all of them again.
  let at = Math.max(
    0,
    steps.findIndex(({ name }) => name === from.step),
  );
  let after = from.after;
  let found = 0;
  for (let scanned = 0; scanned < most * 20 && found < most; ) {
    const step = steps[at];
    if (!step) return { who, from, pages, to: null };
    const page = await scanStep(db(), step, who, { after, most, startedAt: run.startedAt });
    if (page.found.length > 0) pages.push({ step, found: page.found });
    scanned += page.scanned;
    found += page.found.length;
    after = page.next;
    if (after === null) at += 1;
    // Whose name it still is, is known once these are written.
    if (step.kind === "own" && page.found.length > 0) break;
  }
  const next = steps[at];
  return { who, from, pages, to: next ? { step: next.name, after } : null };
}

async function erase(w: Write, { who, pages }: Batch): Promise<Counts> {
  const key = await erasureKey(w.tx);
  const hashes = who.keys.map((one) => ({
    ...{ hash: Buffer.from(erasureHash(key, one.key)).toString("hex"), madeWith: "key" },
    words: one.words,
  }));
  const forgotten = forgottenOf(hashes, key);
  const counts = { ...nothing };
  for (const { step, found } of pages) {
    const ids = found.map(({ id }) => String(id));
    if (step.kind === "texts")
      counts.texts += await eraseInTexts(w, step.table, found, { forgotten, names: who.names });
    else {
      const changed =
        step.kind === "own"
          ? await eraseOwn(w, step.of, who, ids)
          : await eraseInMessages(w, step.of, forgotten, ids);
      if (step.of.counted) counts[step.of.counted] += changed;
    }
  }
  return counts;
}

/** Keeps the place, or ends it; not where another worker has moved it. */
async function move(
  tx: Pick<Database, "$executeRaw">,
  id: string,
  { from, to }: Batch,
  { tickets, texts: changed, events }: Counts,
  now: Date,
): Promise<void> {
  const target = to
    ? Prisma.sql`step = ${to.step}, after = ${asJson(to.after)}`
    : Prisma.sql`step = 'done', after = NULL, identity = NULL, finished_at = ${now}`;
  await tx.$executeRaw`
    UPDATE erasure_run SET ${target}, tickets = tickets + ${tickets}, texts = texts + ${changed}, events = events + ${events}
    WHERE id = ${id}::uuid AND ${isAt(from)}`;
}

const isAt = ({ step, after }: Batch["from"]) => Prisma.sql`
  (finished_at IS NULL AND step = ${step} AND after IS NOT DISTINCT FROM ${asJson(after)})`;

function asJson(place: Place): Prisma.Sql {
  return place ? Prisma.sql`${JSON.stringify(place)}::jsonb` : Prisma.sql`NULL::jsonb`;
}
