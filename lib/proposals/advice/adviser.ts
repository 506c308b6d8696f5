import { createHash } from "node:crypto";
import type { InsightKind } from "#lib/insights/kinds.ts";
import { languageOf } from "#lib/insights/language.ts";
import { type Assigner, assigner } from "#lib/matching/assignment/assigner.ts";
import type { Told } from "#lib/matching/assignment/features.ts";
import { duplicateIndex, type Likeness } from "#lib/matching/duplicates/index-of-texts.ts";
import { commonWords, type Surface, surfacesIn } from "#lib/proposals/advice/common-words.ts";
import { customerFinder } from "#lib/proposals/advice/customers.ts";
import type { Choices, IsRefused, KnownInsight, Offer } from "#lib/proposals/advice/known.ts";
import { themeKey, themesFor } from "#lib/proposals/advice/themes.ts";
import { tribesFor } from "#lib/proposals/advice/tribes.ts";
import { levelOf } from "#lib/proposals/levels.ts";

// All that the matcher knows of a company, in memory: each insight's words, and where people decided that it belongs.

export type Adviser = ReturnType<typeof adviser>;

/** `isLearnt`: the decision is recent enough to be learnt from; `isJudged`: proposals are judged by it. */
export type Taking = { isLearnt: boolean; isJudged: boolean };
const asItComes: Taking = { isLearnt: true, isJudged: true };

const mostAlike = 40;
const mostDuplicates = 3;
const wordsUnderlined = 6;
const fewestForTopics = 20;
const fewestSeverities = 20;
const nothing: Choices = { tribes: [], teams: [], themes: [], customers: [] };

/** What is remembered of each. */
type Remembered = {
  hash: string;
  title: string | null;
  severity: string | null;
  /** Of one that somebody sorted. */
  kind: InsightKind | null;
  tribeId: string | null;
  teamId: string | null;
  themes: readonly string[];
  isOpen: boolean;
};

export function adviser() {
  const index = duplicateIndex();
  const desks = {
    tribe: assigner(),
    team: assigner(),
    severity: assigner(),
    kind: assigner(),
  };
  const known = new Map<string, Remembered>();
  const themeTexts = new Map<string, string>();
  let choices = nothing;
  let tribesOfThemes = new Map<string, string>();
  let customerOf = customerFinder([]);
  let trainedAt = 0;

  /** What there is to choose from, now and then anew. */
  function choose(given: Choices): void {
    choices = given;
    tribesOfThemes = new Map(given.themes.map(({ id, tribeId }) => [id, tribeId]));
    customerOf = customerFinder(given.customers);
    for (const { id, title, description, createdAt } of given.themes) {
      const hash = hashOf(title, description);
      if (themeTexts.get(id) === hash) continue;
      themeTexts.set(id, hash);
      index.put({ id: themeKey(id), title, body: description, saidAt: createdAt });
    }
    for (const id of themeTexts.keys()) {
      if (tribesOfThemes.has(id)) continue;
      themeTexts.delete(id);
      index.remove(themeKey(id));
    }
  }

  /** What an insight says and what was decided of it. @returns whether something was decided otherwise than before */
  function take(insight: KnownInsight, { isLearnt, isJudged }: Taking = asItComes): boolean {
    const { id, title, body, saidAt, tribeId, teamId, themes } = insight;
    if (insight.mergedIntoId !== null) {
      index.remove(id);
      return known.delete(id);
    }
    const before = known.get(id);
    const hash = hashOf(title, body);
    if (before?.hash !== hash) index.put({ id, title, body, saidAt });
    const severity = insight.kind === "bug" ? insight.severity : null;
    const isOpen = insight.answer === null;
    // Who sorted it has seen its kind, and left it or said another.
    const kindSeen = isSorted(insight) ? insight.kind : null;
    known.set(id, { hash, title, severity, kind: kindSeen, tribeId, teamId, themes, isOpen });
    if (!isLearnt) return false;
    const decided = { id, told: toldOf(insight) };
    const moved = follow(desks.tribe, before?.tribeId, tribeId, { ...decided, isJudged });
    // Of these nothing is ever called sure.
    follow(desks.team, before?.teamId, teamId, { ...decided, isJudged: false });
    follow(desks.severity, before?.severity, severity, { ...decided, isJudged: false });
    follow(desks.kind, before?.kind, kindSeen, { id, told: withoutKind(insight), isJudged });
    return moved || before?.themes.join() !== themes.join();
  }

  /** It is not there any more. */
  function forget(id: string): void {
    index.remove(id);
    for (const desk of Object.values(desks)) desk.unlearn(id);
    known.delete(id);
  }

  /** To be called when all are in, and when more came: what texts are about is learnt anew when there is half as much more. */
  function learnTopics(): void {
    if (index.size() < Math.max(fewestForTopics, trainedAt * 1.5)) return;
    index.trainTopics();
    trainedAt = index.size();
  }

  /** What to propose of one that was taken in; of each kind the likeliest first. */
  function advise(insight: KnownInsight, isRefused: IsRefused): Offer[] {
    const { id, title, body, tribeId } = insight;
    if (insight.mergedIntoId !== null || insight.answer !== null) return [];
    const alike = index.likeliest(id, mostAlike);
    const surface = surfacesIn(`${title ?? ""}\n${body}`);
    const told = toldOf(insight);
    const find = (other: string) => known.get(other) ?? null;
    const tribeOf = (theme: string) => tribesOfThemes.get(theme);
    return [
      ...(tribeId === null ? tribesFor(told, desks, choices, isRefused) : []),
      ...(insight.themes.length === 0
        ? themesFor({ title, tribeId, alike, surface, isRefused, find, tribeOf })
        : []),
      ...duplicatesAmong(alike, surface, isRefused),
      ...kindFor(insight),
      ...severityFor(insight, told),
      ...languageFor(insight),
      ...customerFor(insight),
    ].filter(({ kind, target }) => !isRefused(kind, target));
  }

  function duplicatesAmong(
    alike: readonly Likeness[],
    surface: Surface,
    isRefused: IsRefused,
  ): Offer[] {
    const likely = alike.filter(
      ({ id, score }) => known.has(id) && levelOf(score) && !isRefused("duplicate", id),
    );
    return likely.slice(0, mostDuplicates).map(({ id, score, words }) => ({
      ...{ kind: "duplicate", target: id, teamId: null, likelihood: score, reason: "words" },
      ...{ alike: 0, of: 0, words: commonWords(words, surface, wordsUnderlined) },
    }));
  }

  function severityFor({ kind, severity }: KnownInsight, told: Told): Offer[] {
    if (kind !== "bug" || severity !== null) return [];
    if (desks.severity.decided() < fewestSeverities) return [];
    const { proposals, words, alike } = desks.severity.propose(told);
    return proposals.slice(0, 1).map(({ label, chance, alike: same }) => ({
      ...{ kind: "severity", target: label, teamId: null, likelihood: chance, reason: "alike" },
      ...{ alike: same, of: alike.of, words },
    }));
  }

  /** There always is a kind, often a guess from the words: another is proposed where it is sure alone. */
  function kindFor(insight: KnownInsight): Offer[] {
    if (isSorted(insight)) return [];
    const { proposals, words, alike, isSure } = desks.kind.propose(withoutKind(insight));
    const [first] = proposals;
    if (!isSure || !first || first.label === insight.kind) return [];
    return [
      {
        ...{ kind: "kind", target: first.label, teamId: null, likelihood: first.chance },
        ...{ reason: "alike", alike: first.alike, of: alike.of, words },
      },
    ];
  }

  function customerFor(insight: KnownInsight): Offer[] {
    const found = insight.customers.length === 0 ? customerOf(insight) : null;
    if (!found) return [];
    const { id, reason, words } = found;
    return [
      { ...{ kind: "customer", target: id, reason, words }, ...{ ...unlearnt, likelihood: 1 } },
    ];
  }

  /** Those still open that are most like it: what was decided of it may say something of them. */
  function openLike(id: string): string[] {
    const isOpen = (other: string) => known.get(other)?.isOpen === true;
    const alike = index.likeliest(id, mostAlike / 2, isOpen);
    return alike.flatMap((one) => (levelOf(one.score) ? [one.id] : []));
  }

  /** How far its proposals of Tribes may be trusted; withdrawn, by which of the last ones that is. */
  function trust() {
    const sure = desks.tribe.sureness();
    const { right, judged } = sure.state === "withdrawn" ? sure : desks.tribe.record();
    return { sure, right, judged, decided: desks.tribe.decided() };
  }

  return { choose, take, forget, learnTopics, advise, openLike, trust };
}

const unlearnt = { teamId: null, alike: 0, of: 0 };

function languageFor({ language, title, body }: KnownInsight): Offer[] {
  const found = language === null ? languageOf(`${title ?? ""}\n${body}`) : null;
  if (!found) return [];
  return [
    { ...unlearnt, kind: "language", target: found, reason: "words", words: [], likelihood: 1 },
  ];
}

type Decided = { id: string; told: Told; isJudged: boolean };

/** @returns whether somebody decided */
function follow(
  desk: Assigner,
  before: string | null | undefined,
  now: string | null,
  { id, told, isJudged }: Decided,
): boolean {
  if ((before ?? null) === now) return false;
  if (now === null) desk.unlearn(id);
  // What is moved was judged when it was given first.
  else desk.learn(told, now, isJudged && !before ? desk.propose(told) : null, id);
  return true;
}

function isSorted({ tribeId, answer }: KnownInsight): boolean {
  return tribeId !== null || answer !== null;
}

/** What is told of it besides what is to be found out. */
function withoutKind({ title, body, customers, requesters }: KnownInsight): Told {
  return { title, body, facts: [...customers, ...requesters] };
}

function toldOf({ title, body, kind, customers, requesters }: KnownInsight): Told {
  return { title, body, facts: [...customers, ...requesters, kind] };
}

function hashOf(title: string | null, body: string): string {
  return createHash("sha1")
    .update(`${title ?? ""}\n${body}`)
    .digest("base64");
}
