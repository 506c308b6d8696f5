import "server-only";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";

export type InitiativeForWriting = { id: string; number: number; title: string };

/** @throws UserError `not-found` when it is not there or archived. */
export async function findInitiativeForWriting(id: string): Promise<InitiativeForWriting> {
  const initiative = await db().initiative.findFirst({
    where: { id, archivedAt: null },
    select: { id: true, number: true, title: true },
  });
  if (!initiative) throw new UserError("not-found");
  return initiative;
}

/** What the sentence of an operation on it needs. */
export function named({ number, title }: InitiativeForWriting) {
  return { number, title };
}
