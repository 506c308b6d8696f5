import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";

const erasureView = z.object({
  id: z.guid(),
  startedAt: z.date(),
  /** Null while it is under way. */
  finishedAt: z.date().nullable(),
  /** Who asked for it; null for the command line. */
  by: z.string().nullable(),
  requesters: z.number(),
  tickets: z.number(),
  texts: z.number(),
  events: z.number(),
});
export type ErasureView = z.output<typeof erasureView>;

const mostShown = 10;

/** The newest erasures, those under way first. Whom they are about nobody can say any more. */
export async function listErasures(viewer: Actor): Promise<ErasureView[]> {
  authorise(viewer, "source:manage");
  return listRows(db(), erasureView)`
    SELECT e.id::text AS id, e.started_at AS "startedAt", e.finished_at AS "finishedAt", p.name AS by, e.requesters,
      e.tickets, e.texts, e.events
    FROM erasure_run e JOIN operation o ON o.id = e.id LEFT JOIN person p ON p.id = o.actor_id
    ORDER BY e.finished_at IS NOT NULL, e.started_at DESC, e.id LIMIT ${mostShown}`;
}

/** What an erasure has done so far; null when there is none of that id. */
export async function findErasure(viewer: Actor, id: string) {
  authorise(viewer, "source:manage");
  return db().erasureRun.findUnique({
    where: { id },
    select: { finishedAt: true, requesters: true, tickets: true, texts: true, events: true },
  });
}
