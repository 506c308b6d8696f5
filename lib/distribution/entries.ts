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

/** In which order they stand, and whether whole themes are decided on or each insight by itself. */
export const entrySorts = ["theme", "value", "age"] as const;
export type EntryOrder = {
  sort: (typeof entrySorts)[number];
  by: "theme" | "insight";
  money: Readonly<Record<string, number>>;
};
export const usualOrder: EntryOrder = { sort: "theme", by: "theme", money: {} };

/** How much there is: customers each once, cents of those whose figures are known, the first word said. */
export type Weight = {
  insights: number;
  customers: number;
  /** Null when nothing is known of any. */
  cents: number | null;
  oldest: string | null;
};

/**
 * What is carried over last; before it new themes, the largest ahead, then what stands alone, oldest first; or the most
 * worth first; or the oldest first.
 */
export function entriesOf(
  insights: readonly ShareableInsight[],
  teamId: string | null,
  order: EntryOrder = usualOrder,
): Entry[] {
  const here = insights.filter((insight) => insight.teamId === teamId);
  const keyOf = order.by === "theme" ? entryKey : ({ id }: ShareableInsight) => id;
  const entries = [...Map.groupBy(here, keyOf)].flatMap(([id, group]): Entry[] => {
    const [first] = group;
    if (!first) return [];
    const { title, carriedFrom } = first;
    const theme = order.by === "theme" ? first.theme : null;
    const about = { title: theme?.title ?? title, themeId: theme?.id ?? null };
    return [{ id, ...about, teamId, carriedFrom, insights: group }];
  });
  return entries.toSorted(
    (one, other) =>
      Number(one.carriedFrom !== null) - Number(other.carriedFrom !== null) ||
      comparers[order.sort](one, other, order.money),
  );
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

type Compare = (one: Entry, other: Entry, money: EntryOrder["money"]) => number;

const byAge: Compare = (one, other) => oldestOf(one).localeCompare(oldestOf(other));
const byTheme: Compare = (one, other, money) =>
  Number(one.themeId === null) - Number(other.themeId === null) ||
  (one.themeId === null ? 0 : other.insights.length - one.insights.length) ||
  byAge(one, other, money);
const byValue: Compare = (one, other, money) =>
  centsOf(other, money) - centsOf(one, money) || byTheme(one, other, money);
const comparers = { theme: byTheme, value: byValue, age: byAge };

const centsOf = ({ insights }: Entry, money: EntryOrder["money"]) =>
  weightOf(insights, money).cents ?? -1;
const oldestOf = ({ insights }: Entry) => insights.map(({ saidAt }) => saidAt).toSorted()[0] ?? "";
