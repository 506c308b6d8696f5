import "server-only";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import type { WorkMeaning } from "#lib/imports/work/columns/work-meanings.ts";
import type { RowCells } from "#lib/imports/work/rows/row-cells.ts";
import { numberOf } from "#lib/insights/number.ts";
import { named } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { keyPattern } from "#lib/tickets/keys.ts";

/** The id of what a name means here; null for none, and for more than one. */
export type Find = (name: string) => string | null;

/** What a relation names: found ones, each once. What is not found is noted as left out. */
export function linkedIds(
  cells: RowCells,
  meaning: WorkMeaning,
  names: readonly string[],
  find: Find,
): string[] {
  const found = new Set<string>();
  for (const name of names) {
    const whole = find(name);
    const parts = whole ? [name] : name.split(",").map((part) => part.trim());
    const ids = parts.map((part) => find(part));
    // A title with a comma in it that is not here is one thing that was not found, not two.
    if (ids.every((id) => id === null)) cells.leave("work-not-found", meaning, name);
    else
      for (const [index, id] of ids.entries()) {
        if (id) found.add(id);
        else cells.leave("work-not-found", meaning, parts[index] ?? "");
      }
  }
  return [...found].sort();
}

/** Insights by number (INS-12), by a key that their ticket has or had (SUP-123), or by their title. */
export async function findInsights(names: readonly string[]): Promise<Find> {
  const all = new Set(names.flatMap((name) => [name, ...name.split(",")]).map((one) => one.trim()));
  const words = [...all].filter((name) => name !== "");
  if (words.length === 0) return () => null;
  const keys = words.map((word) => word.toUpperCase()).filter((word) => keyPattern.test(word));
  const numbers = words.flatMap((word) => (/^ins/i.test(word) ? (numberOf(word) ?? []) : []));
  const titles = words.map((word) => word.toLowerCase());
  const rows = await listRows(db(), named)`
    SELECT 'INS-' || number AS name, coalesce(merged_into_id, id)::text AS id FROM insight WHERE number = ANY (${numbers}::int[])
    UNION SELECT k.key, coalesce(i.merged_into_id, i.id)::text FROM ticket_key k
      JOIN insight i ON i.ticket_id = k.ticket_id AND i.split_from_id IS NULL WHERE k.key = ANY (${keys})
    UNION SELECT t.key, coalesce(i.merged_into_id, i.id)::text FROM ticket t
      JOIN insight i ON i.ticket_id = t.id AND i.split_from_id IS NULL WHERE t.key = ANY (${keys})
    UNION SELECT title, coalesce(merged_into_id, id)::text FROM insight WHERE lower(title) = ANY (${titles})`;
  return byName(rows);
}

export async function findThemes(): Promise<Find> {
  const rows = await db().theme.findMany({
    where: { archivedAt: null },
    select: { id: true, title: true },
  });
  return byName(rows.map(({ id, title }) => ({ id, name: title })));
}

/** Key results that everybody may see, by their title; an objective's own measure by the objective's. */
export async function findKeyResults(): Promise<Find> {
  const rows = await db().keyResult.findMany({
    where: {
      archivedAt: null,
      objective: { archivedAt: null, level: { in: ["company", "department"] } },
    },
    select: { id: true, title: true, objective: { select: { title: true } } },
  });
  return byName(rows.map(({ id, title, objective }) => ({ id, name: title ?? objective.title })));
}

function byName(rows: readonly { name: string; id: string }[]): Find {
  const ids = new Map<string, Set<string>>();
  for (const { name, id } of rows) {
    const known = ids.get(fold(name)) ?? new Set();
    ids.set(fold(name), known.add(id));
  }
  return (name) => {
    const found = ids.get(fold(name));
    return found?.size === 1 ? ([...found][0] ?? null) : null;
  };
}
