import "server-only";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { unseal } from "#lib/secret-box.ts";

export type SecretName = "api-token" | "webhook";

/** What a secret is sealed for: it opens nowhere else. */
export const placeOf = (sourceId: string, name: SecretName) => `source:${sourceId}:${name}`;

/** @throws UserError `source-secret-missing`, `secret-unreadable` */
export async function readSecret(sourceId: string, name: SecretName): Promise<string> {
  const found = await db().sourceSecret.findUnique({
    where: { sourceId_name: { sourceId, name } },
    select: { sealed: true },
  });
  if (!found) throw new UserError("source-secret-missing");
  return unseal(found.sealed, placeOf(sourceId, name));
}
