import "server-only";
import type { Write } from "#lib/operations/write.ts";
import { listOf, marks } from "./merge.ts";
import type { WorkChange } from "./undo-facts.ts";

/** Of a link: whose it is, what it leads to, and under which name that is kept as written. */
const links: Record<string, [owner: string, to: string, field: string]> = {
  theme_insight: ["theme_id", "insight_id", "insightIds"],
  initiative_theme: ["initiative_id", "theme_id", "themeIds"],
  initiative_key_result: ["initiative_id", "key_result_id", "keyResultIds"],
  roadmap_item: ["initiative_id", "quarter", "quarters"],
};

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
  const ids = changes.map((change) => ownerOf(change) ?? change.rowId);
  return [...new Set(ids)];
}

function ownerOf({ tableName, after }: WorkChange): string | null {
  const [column] = links[tableName] ?? [];
  const owner = column && after?.[column];
  return typeof owner === "string" ? owner : null;
}

function writtenBefore(written: unknown, targetId: string, changes: readonly WorkChange[]) {
  const next: Record<string, unknown> = { ...Object(written) };
  for (const change of changes) {
    const { tableName, rowId, before, after } = change;
    const link = links[tableName];
    if (link && ownerOf(change) === targetId) {
      const [, to, field] = link;
      next[field] = listOf(next[field]).filter((id) => id !== after?.[to]);
    }
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
