import "server-only";
import { hash, randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { parseWebhook } from "#lib/desks/jira/issues/webhook.ts";
import { verifySignature } from "#lib/desks/jira/issues/webhook-signature.ts";
import {
  keptWebhookSecret,
  readWebhookSecret,
  type WebhookSecret,
} from "#lib/desks/reads/webhook-secret.ts";

/** Jira's own limit for what it sends. */
export const largestEventBytes = 25 * 1024 * 1024;

export type Delivered = {
  sourceId: string;
  raw: Uint8Array<ArrayBuffer>;
  /** `X-Hub-Signature`. */
  signature: string | null;
  /** `X-Atlassian-Webhook-Identifier`: the same when Jira sends an event again. */
  identifier: string | null;
};

/**
 * What a webhook of Jira is answered with. 200: it is kept, or was before. 204: nothing that we use. 400: signed, and
 * no JSON; the log says so under an id. 401: not surely from that desk, whatever the reason; nothing is kept.
 */
export async function receiveEvent(delivered: Delivered, at: Date): Promise<200 | 204 | 400 | 401> {
  const { sourceId } = delivered;
  if (!z.uuid().safeParse(sourceId).success) return 401;
  const secret = await keptWebhookSecret(sourceId);
  const answer = await answerTo(delivered, secret, at);
  if (answer !== 401 || secret === null) return answer;
  // The one that was kept in memory may have been replaced meanwhile.
  const fresh = await readWebhookSecret(sourceId);
  return fresh?.since.getTime() === secret.since.getTime() ? 401 : answerTo(delivered, fresh, at);
}

async function answerTo(
  { sourceId, raw, signature, identifier }: Delivered,
  secret: WebhookSecret | null,
  at: Date,
): Promise<200 | 204 | 400 | 401> {
  if (!secret || !verifySignature(raw, signature, secret.text)) return 401;
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
  const name = nameOf(identifier, raw);
  const [answer] = await db().$queryRaw<{ isCurrent: boolean }[]>`
    WITH secret AS (
      SELECT FROM source_secret
      WHERE source_id = ${sourceId}::uuid AND name = 'webhook' AND updated_at = ${secret.since}
    ), kept AS (
      INSERT INTO webhook_event (source_id, identifier, body, received_at)
      SELECT ${sourceId}::uuid, ${name}, ${raw}, ${at} FROM secret
      ON CONFLICT (source_id, identifier) DO NOTHING
    )
    SELECT EXISTS (SELECT FROM secret) AS "isCurrent"`;
  return answer?.isCurrent ? 200 : 401;
}

function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString("utf8"));
  } catch {
    return undefined;
  }
}

function nameOf(identifier: string | null, raw: Uint8Array): string {
  const given = identifier?.trim() ?? "";
  return given !== "" && given.length <= 200 ? given : `sha256:${hash("sha256", raw, "hex")}`;
}
