import "server-only";
import type { Tx } from "#lib/db.ts";
import { placeOf, type SecretName } from "#lib/desks/reads/secrets.ts";
import { seal } from "#lib/secret-box.ts";

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
