import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import type { Write } from "#lib/operations/write.ts";

export type Target = "theme" | "initiative" | "objective" | "key_result";
export type Reference = { targetId: string; written: Record<string, unknown> };

/** One batch of rows as they are put where they belong; without a `w` it is only looked what would become of them. */
export type Putting = {
  tx: Pick<
    Tx,
    "$queryRaw" | "theme" | "initiative" | "objective" | "keyResult" | "team" | "tribeQuarter"
  >;
  w: Write | null;
  sourceId: string;
  now: Date;
  actorId: string | null;
  /** What stands beside each value of a RICE factor. */
  reason: string;
  references: Map<string, Reference>;
};

export type Outcome = {
  outcome: "created" | "updated" | "unchanged";
  differences: { field: string; before: unknown; after: unknown }[];
  /** What of the row could not be brought in as things stand here. */
  left?: LeftValue[];
};

export const unchanged: Outcome = { outcome: "unchanged", differences: [] };
export const created: Outcome = { outcome: "created", differences: [] };

const written = z.record(z.string(), z.unknown()).catch({});

/** What is known here of what these names are called in the source. */
export async function readReferences(
  tx: Pick<Tx, "workReference">,
  sourceId: string,
  externalIds: string[],
): Promise<Map<string, Reference>> {
  const rows = await tx.workReference.findMany({
    where: { sourceId, externalId: { in: externalIds } },
    select: { target: true, externalId: true, targetId: true, written: true },
  });
  return new Map(
    rows.map((row) => [
      `${row.target} ${row.externalId}`,
      { targetId: row.targetId, written: written.parse(row.written) },
    ]),
  );
}

export function referenceOf(putting: Putting, target: Target, externalId: string) {
  return putting.references.get(`${target} ${externalId}`) ?? null;
}

/** Notes what was written; a repeat of it changes nothing. */
export async function keepReference(
  putting: Putting,
  target: Target,
  externalId: string,
  reference: Reference,
): Promise<void> {
  putting.references.set(`${target} ${externalId}`, reference);
  const { w, sourceId, now } = putting;
  if (!w) return;
  await w.tx.$executeRaw`
    INSERT INTO work_reference (source_id, target, external_id, target_id, written, created_at)
    VALUES (${sourceId}::uuid, ${target}, ${externalId}, ${reference.targetId}::uuid,
      ${JSON.stringify(reference.written)}::jsonb, ${now})
    ON CONFLICT (source_id, target, external_id)
    DO UPDATE SET target_id = EXCLUDED.target_id, written = EXCLUDED.written
    WHERE (work_reference.target_id, work_reference.written) IS DISTINCT FROM (EXCLUDED.target_id, EXCLUDED.written)`;
}
