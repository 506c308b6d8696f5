import type { ShareableInsight } from "#lib/distribution/views.ts";

// What one decides on at once: a theme's insights together, or an insight without a theme alone. The browser and the
// tests use the same rules, so that a column's numbers follow the hand.

export type Entry = {
  /** The same for as long as what it stands for is where it is. */
  id: string;
  title: string;
  themeId: string | null;
  /** Null: in the pool. */
  teamId: string | null;
  carriedFrom: ShareableInsight["carriedFrom"];
  insights: readonly ShareableInsight[];
};

/** How much there is: customers each once, cents of those whose figures are known, the first word said. */
export type Weight = {
  insights: number;
  customers: number;
  /** Null when nothing is known of any. */
  cents: number | null;
  oldest: string | null;
};

/** New themes first, the largest ahead; then what stands alone, oldest first; then what is carried over. */
export function entriesOf(insights: readonly ShareableInsight[], teamId: string | null): Entry[] {
  const here = insights.filter((insight) => insight.teamId === teamId);
  const entries = [...Map.groupBy(here, entryKey)].flatMap(([id, group]): Entry[] => {
    const [first] = group;
    if (!first) return [];
    const { theme, title, carriedFrom } = first;
    const about = { title: theme?.title ?? title, themeId: theme?.id ?? null };
    return [{ id, ...about, teamId, carriedFrom, insights: group }];
  });
  return entries.toSorted(inOrder);
}

export function weightOf(
  insights: readonly ShareableInsight[],
  money: Readonly<Record<string, number>>,
): Weight {
  const customers = new Set(insights.flatMap(({ customerIds }) => customerIds));
  const known = [...customers].flatMap((id) => money[id] ?? []);
  return {
    insights: insights.length,
    customers: customers.size,
    cents: known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0),
    oldest: insights.map(({ saidAt }) => saidAt).toSorted()[0] ?? null,
  };
}

function entryKey({ id, theme, teamId, carriedFrom }: ShareableInsight): string {
  if (!theme) return id;
  const from = carriedFrom ? `${carriedFrom.teamId} ${carriedFrom.quarter}` : "";
  return [theme.id, teamId ?? "pool", from].join(" ");
}

function inOrder(one: Entry, other: Entry): number {
  return (
    Number(one.carriedFrom !== null) - Number(other.carriedFrom !== null) ||
    Number(one.themeId === null) - Number(other.themeId === null) ||
    (one.themeId === null ? 0 : other.insights.length - one.insights.length) ||
    oldestOf(one).localeCompare(oldestOf(other))
  );
}

const oldestOf = ({ insights }: Entry) => insights.map(({ saidAt }) => saidAt).toSorted()[0] ?? "";
