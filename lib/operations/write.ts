import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { momentAt } from "#lib/clock.ts";
import { type Database, db, SAME_EACH_TIME, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { ring } from "#lib/operations/bell.ts";
import { brokenRule } from "#lib/operations/broken-rule.ts";
import type { Operation } from "#lib/operations/operation.ts";
import { type Recorder, recorder, type Touched } from "#lib/operations/recorder.ts";
import type { Moment } from "#lib/quarter.ts";
import { findRow } from "#lib/sql/rows.ts";
import { allow, type LongWork, transactionLimits } from "#lib/waits.ts";

/**
 * When, by which calendar and under which id a command is called. The same id a second time gives the first result,
 * unless it was asked with something else: then `inputHash` differs.
 */
export type Call = Moment & {
  operationId: string;
  inputHash?: string;
  via?: Via;
  /** Tells who is to hear of it, in the same transaction. */
  tell?: (write: Write, operation: Operation) => Promise<void>;
};

/** By which door an act comes; a person's is the screen and the system's a job unless the edge says otherwise. */
export type Via = "screen" | "key" | "command-line" | "import" | "job" | "mail";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type OperationMeta = {
  operation: Operation;
  /** What the sentence needs besides the changes: names and numbers, no personal text. */
  params?: { [key: string]: Json };
  /** "all", or the id of the only person (with the managers above) who may see that this happened. */
  visibility?: string;
  /** What it is, where it may take longer than what a person waits for. */
  work?: LongWork;
};

export type Write = Recorder & {
  tx: Tx;
  operationId: string;
  touched: Touched;
};

/** A call by code that nobody retries. */
export function newCall(now: Date, via: Via = "job"): Call {
  return { ...momentAt(now), operationId: randomUUID(), via };
}

/**
 * The one write path: an operation, its changes and the rows themselves in one transaction. A repeat of the same
 * operation id returns the stored result and does nothing. Deadlocks and serialisation failures are tried again. A rule
 * that the database keeps refuses in words.
 * @throws UserError `operation-id-taken` when the id belongs to somebody else's act, `operation-asked-otherwise` when it
 *   was asked with something else the first time.
 */
export async function write<Result extends Json>(
  actor: Actor,
  call: Call,
  meta: OperationMeta,
  work: (write: Write) => Promise<Result>,
  database: Database = db(),
): Promise<Result> {
  const { result, isNew } = await retried(() =>
    database.$transaction(async (tx) => {
      if (meta.work) await allow(tx, meta.work);
      if (!(await begun(tx, actor, call, meta)))
        return { result: await firstResult<Result>(tx, actor, call, meta), isNew: false };
      const touched: Touched = { written: new Set(), inserted: new Set() };
      const one = {
        ...recorder(tx, call.operationId, touched),
        tx,
        operationId: call.operationId,
        touched,
      };
      const result = await work(one);
      // What is private to somebody is nobody else's news.
      if ((meta.visibility ?? "all") === "all") await call.tell?.(one, meta.operation);
      await tx.$executeRaw`${SAME_EACH_TIME}
          UPDATE operation SET result = ${JSON.stringify({ value: result })}::jsonb WHERE id = ${call.operationId}::uuid`;
      return { result, isNew: true };
    }, transactionLimits(meta.work)),
  ).catch((error: unknown) => {
    throw brokenRule(error) ?? error;
  });
  if (isNew) ring(call.operationId);
  return result;
}

async function begun(tx: Tx, actor: Actor, call: Call, meta: OperationMeta): Promise<boolean> {
  const actorId = actor.kind === "person" ? actor.id : null;
  const inserted = await tx.$executeRaw`${SAME_EACH_TIME}
    INSERT INTO operation (id, name, actor_id, actor_kind, at, params, visibility, via, session_id, input_hash)
    VALUES (${call.operationId}::uuid, ${meta.operation.name}, ${actorId}::uuid, ${actor.kind}, ${call.now},
      ${JSON.stringify(meta.params ?? {})}::jsonb, ${meta.visibility ?? "all"},
      ${call.via ?? (actor.kind === "person" ? "screen" : "job")}, ${actor.kind === "person" ? actor.sessionId : null}::uuid, decode(${call.inputHash ?? null}, 'hex'))
    ON CONFLICT (id) DO NOTHING`;
  return inserted === 1;
}

async function firstResult<Result extends Json>(
  tx: Tx,
  actor: Actor,
  call: Call,
  { operation }: OperationMeta,
): Promise<Result> {
  const first = await findFirstResult<Result>(actor, call, [operation], tx);
  if (!first) throw new UserError("operation-id-taken");
  return first.value;
}

/**
 * What this very act came to when it was asked for before, by the same person; null when it is new or somebody else's.
 * @throws UserError `operation-asked-otherwise`
 */
export async function findFirstResult<Result extends Json>(
  actor: Actor,
  { operationId, inputHash }: Call,
  operations: readonly Operation[],
  tx: Tx = db(),
): Promise<{ value: Result } | null> {
  const actorId = actor.kind === "person" ? actor.id : null;
  const names = operations.map(({ name }) => name);
  // What this very command answered: only itself knows its shape.
  const itsOwn = z.object({ value: z.custom<Result>() });
  const answered = z.object({ result: itsOwn, inputHash: z.string().nullable() });
  const first = await findRow(tx, answered)`
    SELECT result, encode(input_hash, 'hex') AS "inputHash" FROM operation
    WHERE id = ${operationId}::uuid AND name = ANY (${names}) AND actor_id IS NOT DISTINCT FROM ${actorId}::uuid`;
  if (first && inputHash && first.inputHash && inputHash !== first.inputHash)
    throw new UserError("operation-asked-otherwise");
  return first?.result ?? null;
}

async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 4 || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries * (0.5 + Math.random())));
    }
  }
}

/** Prisma says P2034; raw queries say P2010 with PostgreSQL's own code inside. */
function isTransient(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === "P2034" ||
      (error.code === "P2010" && /40001|40P01/.test(JSON.stringify(error.meta) + error.message)))
  );
}
