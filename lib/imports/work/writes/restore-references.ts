import "server-only";
import { listOf, marks } from "#lib/imports/work/plans/merge.ts";
import { linkIn, type WorkChange } from "#lib/imports/work/plans/work-links.ts";
import type { Write } from "#lib/operations/write.ts";

/**
 * What the source's files call is known as it was before the run whose changes these are: what it made is forgotten, so
 * that the same file makes it again; of the rest it wrote nothing.
 */
export async function restoreReferences(
  w: Write,
  sourceId: string,
  changes: readonly WorkChange[],
): Promise<void> {
  const made = changes.flatMap(({ rowId, before }) => (before === null ? [rowId] : []));
  await w.tx.workReference.deleteMany({ where: { sourceId, targetId: { in: made } } });
  const known = await w.tx.workReference.findMany({
    where: { sourceId, targetId: { in: touched(changes) } },
    select: { id: true, targetId: true, written: true },
  });
  for (const { id, targetId, written } of known) {
    const before = writtenBefore(written, targetId, changes);
    await w.tx.$executeRaw`
      UPDATE work_reference SET written = ${JSON.stringify(before)}::jsonb WHERE id = ${id}::uuid`;
  }
}

function touched(changes: readonly WorkChange[]): string[] {
  const ids = changes.map((change) => linkIn(change)?.ownerId ?? change.rowId);
  return [...new Set(ids)];
}

function writtenBefore(written: unknown, targetId: string, changes: readonly WorkChange[]) {
  const next: Record<string, unknown> = { ...Object(written) };
  for (const change of changes) {
    const { rowId, before } = change;
    const link = linkIn(change);
    if (link?.ownerId === targetId)
      next[link.field] = listOf(next[link.field]).filter((id) => id !== link.to);
    // The last change comes first: what stands at the end is what was before the run.
    if (!link && rowId === targetId && before && !("now" in before))
      Object.assign(next, marks(camelCased(before)));
  }
  return next;
}

function camelCased(columns: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
