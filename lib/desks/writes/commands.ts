import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { sourceOps } from "#lib/desks/noun.ts";
import {
  type Admits,
  admits,
  connectionKinds,
  type SaveSourceInput,
  type SaveStatusesInput,
  type SourceIdInput,
} from "#lib/desks/schema.ts";
import { keepSecret } from "#lib/desks/writes/keep-secret.ts";
import { UserError } from "#lib/errors.ts";
import { formSource } from "#lib/insights/writes/hand-in.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Connects a desk, or changes a connection. A source that only took files of that site so far becomes the connection,
 * so that what comes by file and what comes by itself meet.
 * @throws UserError `source-name-taken`, `source-site-taken`, `source-secret-missing`, `changed-meanwhile`
 */
export async function saveSource(actor: Actor, input: SaveSourceInput, call: Call) {
  authorise(actor, "source:manage");
  const { id, version, apiToken, webhookSecret, ...fields } = input;
  const meta = { operation: sourceOps.saved, params: { source: fields.name } } as const;
  return write(actor, call, meta, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sources'))`;
    const given = { ...fields, account: fields.account || null };
    const known = id ? await notTheForms(w, id) : await fileSourceOf(w, fields);
    await refuseTaken(w, known, fields);
    if (known) await beginAnew(w, known, fields);
    if (known && !apiToken) await forgetElsewhere(w, known, fields.siteUrl);
    const [sourceId] = known
      ? await w.update("source", [known], given, id ? (version ?? 0) : undefined)
      : await w.insert("source", [{ ...given, createdAt: call.now }]);
    if (!sourceId) throw new UserError("not-found");
    const keep = { sourceId, now: call.now };
    if (apiToken) await keepSecret(w.tx, { ...keep, name: "api-token", text: apiToken });
    if (webhookSecret) await keepSecret(w.tx, { ...keep, name: "webhook", text: webhookSecret });
    await refuseWithoutToken(w, sourceId);
    await w.tx.sourceState.upsert({
      where: { sourceId },
      create: { sourceId, nextPullAt: call.now },
      update: { nextPullAt: call.now },
    });
    return { id: sourceId };
  });
}

/** What the desk's statuses mean to the zero-bug clock. @throws UserError `changed-meanwhile`, `not-found` */
export async function saveStatuses(actor: Actor, input: SaveStatusesInput, call: Call) {
  authorise(actor, "source:manage");
  const { id, version, statuses } = input;
  return write(actor, call, { operation: sourceOps.saved }, async (w) => {
    const [found] = await w.update("source", [id], { statuses }, version);
    if (!found) throw new UserError("not-found");
    return { id };
  });
}

/** Stops a connection's pulls. What its webhooks bring meanwhile waits. */
export async function pauseSource(actor: Actor, { id }: SourceIdInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { operation: sourceOps.paused }, async (w) => {
    await requireConnection(w, id);
    await w.update("source", [id], { pausedAt: call.now });
    return { id };
  });
}

/** Lets a paused connection go on, at once. */
export async function resumeSource(actor: Actor, { id }: SourceIdInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { operation: sourceOps.resumed }, async (w) => {
    await requireConnection(w, id);
    await w.update("source", [id], { pausedAt: null });
    await w.tx.sourceState.updateMany({
      where: { sourceId: id },
      data: { nextPullAt: call.now },
    });
    return { id };
  });
}

/** Asks for a pull now, and forgives the failures before it. */
export async function askPull(actor: Actor, { id }: SourceIdInput, call: Call) {
  authorise(actor, "source:manage");
  const source = await db().source.findUnique({ where: { id }, select: { name: true } });
  const meta = {
    operation: sourceOps.pullAsked,
    params: { source: source?.name ?? null },
  } as const;
  return write(actor, call, meta, async (w) => {
    const asked = await w.tx.sourceState.updateMany({
      where: { sourceId: id, source: { archivedAt: null, pausedAt: null } },
      data: { nextPullAt: call.now },
    });
    if (asked.count === 0) throw new UserError("not-found");
    return { id };
  });
}

/** Ends a connection: nothing more comes in, its secrets go, what came stays. */
export async function disconnectSource(actor: Actor, { id }: SourceIdInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { operation: sourceOps.disconnected }, async (w) => {
    await requireConnection(w, id);
    await w.update("source", [id], { kind: "csv", pausedAt: null });
    await w.tx.sourceSecret.deleteMany({ where: { sourceId: id } });
    await w.tx.sourceState.deleteMany({ where: { sourceId: id } });
    await w.tx.ticketAside.deleteMany({ where: { sourceId: id } });
    await w.tx.webhookEvent.deleteMany({ where: { sourceId: id, handledAt: null } });
    // A pull under way finds no cursor to move, and ends; what it brought so far is its report.
    await w.tx.$executeRaw`
      UPDATE import_run SET state = 'done', finished_at = ${call.now},
        rows_total = created + updated + unchanged + refused
      WHERE source_id = ${id}::uuid AND kind = 'pull' AND state = 'writing'`;
    return { id };
  });
}

/** What people hand in has a source too, which is no desk. */
async function notTheForms(w: Write, id: string): Promise<string> {
  const found = await w.tx.source.count({
    where: { id, archivedAt: null, kind: { not: "form" } },
  });
  if (found === 0) throw new UserError("not-found");
  return id;
}

async function requireConnection(w: Write, id: string): Promise<void> {
  const found = await w.tx.source.count({
    where: { id, archivedAt: null, kind: { in: [...connectionKinds] } },
  });
  if (found === 0) throw new UserError("not-found");
}

type Named = { name: string; siteUrl: string };
type Asked = { siteUrl: string; admits: Admits };
const admitsNothing = admits.parse({});

async function fileSourceOf(w: Write, { name, siteUrl }: Named): Promise<string | null> {
  const found = await w.tx.source.findFirst({
    where: {
      kind: "csv",
      archivedAt: null,
      OR: [{ siteUrl: { equals: siteUrl, mode: "insensitive" } }, { name, siteUrl: null }],
    },
    orderBy: { siteUrl: "asc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function refuseTaken(w: Write, known: string | null, { name, siteUrl }: Named) {
  if (name === formSource) throw new UserError("source-name-taken", { name });
  const others = await w.tx.source.findMany({
    where: {
      id: known ? { not: known } : {},
      OR: [{ name }, { siteUrl: { equals: siteUrl, mode: "insensitive" }, archivedAt: null }],
    },
    select: { name: true },
  });
  const [other] = others;
  if (!other) return;
  if (others.some((taken) => taken.name === name))
    throw new UserError("source-name-taken", { name });
  throw new UserError("source-site-taken", { name: other.name, site: siteUrl });
}

/**
 * What is let in from now on, or lies at another address, is asked for from its beginning: the cursor knows only what
 * was asked for before. A pull that runs finds it moved, and leaves.
 */
async function beginAnew(w: Write, sourceId: string, { siteUrl, admits: wanted }: Asked) {
  const before = await w.tx.source.findUnique({
    where: { id: sourceId },
    select: { siteUrl: true, admits: true },
  });
  const isSame = isDeepStrictEqual(admits.catch(admitsNothing).parse(before?.admits), wanted);
  if (before?.siteUrl === siteUrl && isSame) return;
  await w.tx.$executeRaw`UPDATE source_state SET cursor = NULL WHERE source_id = ${sourceId}::uuid`;
  if (before?.siteUrl !== siteUrl)
    await w.tx
      .$executeRaw`UPDATE source_state SET fields = NULL, fields_read_at = NULL WHERE source_id = ${sourceId}::uuid`;
}

/** A kept token goes only to the site it was entered for. */
async function forgetElsewhere(w: Write, sourceId: string, siteUrl: string) {
  await w.tx.sourceSecret.deleteMany({
    where: { sourceId, name: "api-token", source: { siteUrl: { not: siteUrl } } },
  });
}

async function refuseWithoutToken(w: Write, sourceId: string) {
  const kept = await w.tx.sourceSecret.count({ where: { sourceId, name: "api-token" } });
  if (kept === 0) throw new UserError("source-secret-missing");
}
