import "server-only";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { seal, unseal } from "#lib/secret-box.ts";

export type SecretName = "api-token" | "webhook";

const placeOf = (sourceId: string, name: SecretName) => `source:${sourceId}:${name}`;

/** Keeps a source's secret in place of the one before. Apart from the history, which would show it. */
export async function keepSecret(
  tx: Tx,
  { sourceId, name, text, now }: { sourceId: string; name: SecretName; text: string; now: Date },
): Promise<void> {
  const sealed = seal(text, placeOf(sourceId, name));
  await tx.sourceSecret.upsert({
    where: { sourceId_name: { sourceId, name } },
    create: { sourceId, name, sealed, updatedAt: now },
    update: { sealed, updatedAt: now },
  });
}

/** @throws UserError `source-secret-missing`, `secret-unreadable` */
export async function readSecret(sourceId: string, name: SecretName): Promise<string> {
  const found = await db().sourceSecret.findUnique({
    where: { sourceId_name: { sourceId, name } },
    select: { sealed: true },
  });
  if (!found) throw new UserError("source-secret-missing");
  return unseal(found.sealed, placeOf(sourceId, name));
}
