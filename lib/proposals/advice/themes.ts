import type { Likeness } from "#lib/matching/duplicates/index-of-texts.ts";
import {
  commonWords,
  groupWords,
  type Surface,
  timeless,
} from "#lib/proposals/advice/common-words.ts";
import { groupName } from "#lib/proposals/advice/group-name.ts";
import type { IsRefused, Offer } from "#lib/proposals/advice/known.ts";

// Which themes an insight is like: those of the insights most like it, each counting by how alike it is, and those whose
// own title says the same. Where there is none, others that nobody grouped may make a new one together.

export type ForThemes = {
  title: string | null;
  tribeId: string | null;
  alike: readonly Likeness[];
  surface: Surface;
  isRefused: IsRefused;
  /** Of those that stand; null for what is none of them. */
  find: (id: string) => { title: string | null; themes: readonly string[] } | null;
  /** The Tribe of a theme that is there. */
  tribeOf: (themeId: string) => string | undefined;
};

/** Under which id a theme's own words stand among those of insights. */
export const themeKey = (id: string): string => `theme:${id}`;
const themeIn = (key: string): string | null => (key.startsWith("theme:") ? key.slice(6) : null);

/** From which likeness on, time apart: measured on the sample company. */
const alikeFrom = 0.75;
const groupedFrom = 0.9;
/** One that is quite alike, or two that are rather so. */
const leastWorth = 1;
/** Beside the likeliest: my own team's is shown first, and must not be far from it. */
const leastOfFirst = 0.35;
const ownTribe = 1.5;
const mostThemes = 4;
const smallestGroup = 3;
const wordsTold = 3;

export function themesFor(asked: ForThemes): Offer[] {
  const { alike, surface, isRefused, find, tribeOf, tribeId } = asked;
  const near = alike
    .map((one) => ({ ...one, score: timeless(one) }))
    .filter(({ score }) => score >= alikeFrom);
  const votes = new Map<string, { worth: number; alike: number; words: Likeness["words"] }>();
  for (const { id, score, words } of near) {
    const byTitle = themeIn(id);
    for (const theme of byTitle ? [byTitle] : (find(id)?.themes ?? [])) {
      const of = tribeOf(theme);
      if (of === undefined || isRefused("theme", theme)) continue;
      const vote = votes.get(theme) ?? { worth: 0, alike: 0, words };
      votes.set(theme, vote);
      vote.worth += score ** 2 * (of === tribeId ? ownTribe : 1);
      if (!byTitle) vote.alike += 1;
    }
  }
  const ordered = [...votes].sort(([, a], [, b]) => b.worth - a.worth);
  const least = Math.max(leastWorth, (ordered[0]?.[1].worth ?? 0) * leastOfFirst);
  const likely = ordered.filter(([, { worth }]) => worth >= least).slice(0, mostThemes);
  const of = near.filter(({ id }) => (find(id)?.themes.length ?? 0) > 0).length;
  if (likely.length === 0) return newThemeFor(asked);
  return likely.map(([id, vote]) => ({
    ...{ kind: "theme", target: id, teamId: null, likelihood: vote.worth, alike: vote.alike, of },
    reason: vote.alike > 0 ? "alike" : "words",
    words: commonWords(vote.words, surface, wordsTold),
  }));
}

/** Said no to once, it is not asked by another name. */
function newThemeFor({ title, alike, surface, isRefused, find }: ForThemes): Offer[] {
  const group = alike.filter((one) => {
    const its = find(one.id);
    return its && its.themes.length === 0 && timeless(one) >= groupedFrom;
  });
  const size = group.length + 1;
  if (size < smallestGroup || isRefused("new-theme", "")) return [];
  const words = groupWords(group, surface);
  const titles = [title, ...group.map(({ id }) => find(id)?.title ?? null)];
  const name = groupName(
    titles.flatMap((one) => one ?? []),
    words,
  );
  if (name === "") return [];
  return [
    {
      ...{ kind: "new-theme", target: name, teamId: null, reason: "group" },
      ...{ likelihood: size, alike: size, of: size, words: words.slice(0, wordsTold) },
    },
  ];
}
