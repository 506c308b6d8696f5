import type { Recorded } from "#lib/operations/recorded-change.ts";

type Json = string | number | boolean | null | Json[] | Columns;
type Columns = { [column: string]: Json };

/** A change that a run made of a row. */
export type WorkChange = Recorded & {
  before: Columns | null;
  after: Columns | null;
};

/** What an import creates and changes; all of it is archived, never deleted. */
export const workTables = ["theme", "initiative", "objective", "key_result"] as const;

/** What an import links and places: of whom, to what, and under which name that is kept as written. */
const links = {
  theme_insight: { owner: "theme_id", to: "insight_id", field: "insightIds" },
  initiative_theme: { owner: "initiative_id", to: "theme_id", field: "themeIds" },
  initiative_key_result: { owner: "initiative_id", to: "key_result_id", field: "keyResultIds" },
  roadmap_item: { owner: "initiative_id", to: "quarter", field: "quarters" },
} as const;

const linkTables = [
  "theme_insight",
  "initiative_theme",
  "initiative_key_result",
  "roadmap_item",
] as const;

/** Whose link a change made; null for what is no link. */
export function linkIn({ tableName, after }: WorkChange) {
  const table = linkTables.find((one) => one === tableName);
  if (!table) return null;
  const { owner, to, field } = links[table];
  const ownerId = after?.[owner];
  return typeof ownerId === "string" ? { ownerId, to: after?.[to], field } : null;
}

/** How many themes, initiatives, objectives and key results a run created, and how many others it changed or linked. */
export function countWork(changes: readonly WorkChange[]): { made: number; changed: number } {
  const made = new Set<string>();
  const changed = new Set<string>();
  for (const change of changes) {
    const { tableName, rowId, before, after } = change;
    const link = linkIn(change);
    if (link) changed.add(link.ownerId);
    else if (!workTables.some((table) => table === tableName)) continue;
    else if (!before) made.add(rowId);
    // A value that was checked in stays.
    else if (!(after && "now" in after)) changed.add(rowId);
  }
  return { made: made.size, changed: [...changed].filter((id) => !made.has(id)).length };
}
