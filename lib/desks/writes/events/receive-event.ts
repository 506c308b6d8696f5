import "server-only";
import { hash, randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { parseWebhook } from "#lib/desks/jira/issues/webhook.ts";
import { claimedSignature, signing } from "#lib/desks/jira/issues/webhook-signature.ts";
import {
  keptWebhookSecret,
  readWebhookSecret,
  type WebhookSecret,
} from "#lib/desks/reads/webhook-secret.ts";
import { readBody } from "#lib/read-body.ts";
import { oneRow } from "#lib/sql/rows.ts";
import { turns } from "#lib/turns.ts";

/** Jira's own limit for what it sends. */
export const largestEventBytes = 25 * 1024 * 1024;

/** What comes beyond it is a large event: few are read on at once, whoever sends them. */
const smallEventBytes = 256 * 1024;
const small = turns({ atOnce: 64, waiting: 1_000, patienceMs: 10_000 });
const large = turns({ atOnce: 2, waiting: 50, patienceMs: 10_000 });
const bodyWithinMs = 30_000;

/**
 * What a webhook of Jira is answered with. 200: it is kept, or was before. 204: nothing that we use. 400: signed, and
 * no JSON; the log says so under an id. 401: not surely from that desk, whatever the reason; nothing is kept. 413: it is
 * longer than Jira ever sends.
 */
export type EventAnswer = 200 | 204 | 400 | 401 | 413;

/**
 * Takes in what a Jira tells: first whether there is such a desk, then the bytes, of few at once, and whether it signed
 * them. @throws Busy when too many others are being read.
 */
export async function receiveEvent(
  sourceId: string,
  request: Pick<Request, "headers" | "body">,
  at: Date,
): Promise<EventAnswer> {
  const claimed = claimedSignature(request.headers.get("x-hub-signature"));
  if (!claimed || !z.uuid().safeParse(sourceId).success) return 401;
  const secret = await keptWebhookSecret(sourceId);
  if (!secret) return 401;
  const signed = signing(secret.text);
  let end = await small.take();
  let isLarge = false;
  const onPiece = async (piece: Uint8Array, size: number) => {
    signed.add(piece);
    if (isLarge || size <= smallEventBytes) return;
    isLarge = true;
    end();
    end = await large.take();
  };
  try {
    const limits = { bytes: largestEventBytes, withinMs: bodyWithinMs, onPiece };
    const pieces = await readBody(request, limits);
    if (pieces === null) {
      console.error(`webhook ${sourceId}: longer than ${largestEventBytes} bytes`);
      return 413;
    }
    const first = signed.proves(claimed) ? await keep(sourceId, pieces, secret, at) : 401;
    if (first !== 401) return first;
    const newer = await provenByNewer(sourceId, pieces, claimed, secret);
    return newer ? await keep(sourceId, pieces, newer, at) : 401;
  } finally {
    end();
  }
}

/** The secret that was kept in memory may have been replaced meanwhile. */
async function provenByNewer(
  sourceId: string,
  pieces: Uint8Array[],
  claimed: Buffer,
  before: WebhookSecret,
): Promise<WebhookSecret | null> {
  const fresh = await readWebhookSecret(sourceId);
  if (!fresh || fresh.since.getTime() === before.since.getTime()) return null;
  const signed = signing(fresh.text);
  for (const piece of pieces) signed.add(piece);
  return signed.proves(claimed) ? fresh : null;
}

const whetherCurrent = z.object({ isCurrent: z.boolean() });

async function keep(
  sourceId: string,
  pieces: Uint8Array[],
  secret: WebhookSecret,
  at: Date,
): Promise<EventAnswer> {
  const raw = new Uint8Array(Buffer.concat(pieces));
  const json = jsonOf(raw);
  if (json === undefined) {
    console.error(`webhook ${sourceId} ${randomUUID()}: signed, but no JSON`);
    return 400;
  }
  const { kind, event } = parseWebhook(json);
  if (kind === "ignored") {
    console.log(`webhook ${sourceId}: nothing is done with ${JSON.stringify(event).slice(0, 80)}`);
    return 204;
  }
  // Known by its body: Jira sends the same bytes again, and the identifier that it gives is not signed.
  const identifier = `sha256:${hash("sha256", raw, "hex")}`;
  const { isCurrent } = await oneRow(db(), whetherCurrent)`
    WITH secret AS (
      SELECT FROM source_secret
      WHERE source_id = ${sourceId}::uuid AND name = 'webhook' AND updated_at = ${secret.since}
    ), kept AS (
      INSERT INTO webhook_event (source_id, identifier, body, received_at)
      SELECT ${sourceId}::uuid, ${identifier}, ${raw}, ${at} FROM secret
      ON CONFLICT (source_id, identifier) DO NOTHING
    )
    SELECT EXISTS (SELECT FROM secret) AS "isCurrent"`;
  return isCurrent ? 200 : 401;
}

function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString("utf8"));
  } catch {
    return undefined;
  }
}
