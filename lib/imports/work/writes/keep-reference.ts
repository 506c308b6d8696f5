import "server-only";
import type { Reference, Target } from "#lib/imports/work/plans/outcome.ts";
import type { RowWriting } from "#lib/imports/work/writes/row-writing.ts";

/** Notes what was written; a repeat of it changes nothing. */
export async function keepReference(
  writing: RowWriting,
  target: Target,
  externalId: string,
  reference: Reference,
): Promise<void> {
  writing.references.set(`${target} ${externalId}`, reference);
  const { w, sourceId, said } = writing;
  if (!w) return;
  await w.tx.$executeRaw`
    INSERT INTO work_reference (source_id, target, external_id, target_id, written, created_at)
    VALUES (${sourceId}::uuid, ${target}, ${externalId}, ${reference.targetId}::uuid,
      ${JSON.stringify(reference.written)}::jsonb, ${said.at})
    ON CONFLICT (source_id, target, external_id)
    DO UPDATE SET target_id = EXCLUDED.target_id, written = EXCLUDED.written
    WHERE (work_reference.target_id, work_reference.written) IS DISTINCT FROM (EXCLUDED.target_id, EXCLUDED.written)`;
}
