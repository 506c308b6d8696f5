import "server-only";
import type { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { storedSentence } from "#lib/stored-sentence.ts";

export type AsideView = {
  /** As the desk calls it. */
  name: string;
  reason: z.infer<typeof storedSentence>;
  asideAt: Date;
};

const unknown = { key: "unexpected", params: { id: "?" } };

/** The tickets of a source that could not be taken in, the last first. */
export async function listAsides(
  viewer: Actor,
  sourceId: string,
  most: number,
): Promise<{ shown: AsideView[]; total: number }> {
  authorise(viewer, "source:manage");
  const where = { sourceId };
  const [rows, total] = await Promise.all([
    db().ticketAside.findMany({ where, orderBy: [{ asideAt: "desc" }, { id: "asc" }], take: most }),
    db().ticketAside.count({ where }),
  ]);
  const shown = rows.map(({ key, externalId, reason, asideAt }) => ({
    name: key ?? externalId,
    reason: storedSentence.catch(unknown).parse(reason),
    asideAt,
  }));
  return { shown, total };
}

/** The desk's ids of all of them. */
export async function listAsideIds(sourceId: string): Promise<string[]> {
  const rows = await db().ticketAside.findMany({
    where: { sourceId },
    select: { externalId: true },
  });
  return rows.map(({ externalId }) => externalId);
}

/** By the desk's id, the state in which each of these was put aside. */
export async function readAside(
  sourceId: string,
  issueIds: string[],
): Promise<Map<string, Date | null>> {
  const rows = await db().ticketAside.findMany({
    where: { sourceId, externalId: { in: issueIds } },
    select: { externalId: true, changedAt: true },
  });
  return new Map(rows.map(({ externalId, changedAt }) => [externalId, changedAt]));
}
