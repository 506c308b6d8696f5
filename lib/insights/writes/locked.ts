import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { UserError } from "#lib/errors.ts";
import { insightKey } from "#lib/insights/number.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import type { Write } from "#lib/operations/write.ts";
import { listRows } from "#lib/sql/rows.ts";

const lockedInsight = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string().nullable(),
  tribeId: z.guid().nullable(),
  tribeName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
  /** YYYY-MM-DD */
  snoozedUntil: z.string().nullable(),
  mergedIntoId: z.guid().nullable(),
  sourceId: z.guid(),
  ticketId: z.guid().nullable(),
  saidAt: z.date(),
  language: z.string().nullable(),
  severity: z.string().nullable(),
  surface: z.string().nullable(),
  productId: z.guid().nullable(),
  kind: z.string(),
});
export type LockedInsight = z.output<typeof lockedInsight>;

/**
 * The insights of these ids, each once, locked until the transaction ends, in one order so that two people who
 * triage the same rows wait rather than deadlock.
 * @throws UserError `insights-not-found` when one is absent or not for this actor
 */
export async function lockInsights(
  w: Write,
  actor: Actor,
  ids: string[],
): Promise<LockedInsight[]> {
  const wanted = new Set(ids);
  const rows = await listRows(w.tx, lockedInsight)`
    SELECT i.id::text AS id, i.number, i.title, i.tribe_id::text AS "tribeId",
      (SELECT name FROM tribe WHERE id = i.tribe_id) AS "tribeName", i.answer,
      i.answered_at AS "answeredAt", i.snoozed_until::text AS "snoozedUntil", i.merged_into_id::text AS "mergedIntoId",
      i.source_id::text AS "sourceId", i.ticket_id::text AS "ticketId", i.said_at AS "saidAt", i.language, i.severity,
      i.surface, i.product_id::text AS "productId", i.kind
    FROM insight i WHERE i.id = ANY (${[...wanted]}::uuid[]) AND ${visibleSql(actor)} ORDER BY i.id FOR UPDATE OF i`;
  if (rows.length < wanted.size) throw new UserError("insights-not-found");
  return rows;
}

/** The same, refusing what was merged: it is worked on through the one it was merged into. */
export async function lockLiveInsights(
  w: Write,
  actor: Actor,
  ids: string[],
): Promise<LockedInsight[]> {
  const rows = await lockInsights(w, actor, ids);
  const merged = rows.find((row) => row.mergedIntoId);
  if (merged) throw new UserError("insight-is-merged", { insight: insightKey(merged.number) });
  return rows;
}

export const numbersOf = (rows: LockedInsight[]) => rows.map((row) => row.number);
