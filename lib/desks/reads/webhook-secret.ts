import "server-only";
import { db } from "#lib/db.ts";
import { readSecret } from "#lib/desks/reads/secrets.ts";
import { connectionKinds } from "#lib/desks/schema.ts";
import { UserError } from "#lib/errors.ts";

/** What a connection's webhooks are signed with, and since when. */
export type WebhookSecret = { text: string; since: Date };

const kept = new Map<string, WebhookSecret>();
const mostKept = 1000;

/**
 * Null when there is no such connection, or it has none. Kept in memory, since every event asks for it: whoever uses a
 * kept one makes sure that it is still the one, by `since`.
 */
export async function keptWebhookSecret(sourceId: string): Promise<WebhookSecret | null> {
  return kept.get(sourceId) ?? (await readWebhookSecret(sourceId));
}

export async function readWebhookSecret(sourceId: string): Promise<WebhookSecret | null> {
  const found = await db().sourceSecret.findFirst({
    where: {
      sourceId,
      name: "webhook",
      source: { archivedAt: null, kind: { in: [...connectionKinds] } },
    },
    select: { updatedAt: true },
  });
  const text = found ? await openedSecret(sourceId) : null;
  kept.delete(sourceId);
  if (!found || text === null) return null;
  if (kept.size >= mostKept) kept.clear();
  const secret = { text, since: found.updatedAt };
  kept.set(sourceId, secret);
  return secret;
}

async function openedSecret(sourceId: string): Promise<string | null> {
  try {
    return await readSecret(sourceId, "webhook");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // For the log: whoever sends learns nothing of it.
    console.error(`webhook ${sourceId}: ${error.key}`);
    return null;
  }
}
