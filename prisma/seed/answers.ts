import { answerInsights } from "#lib/insights/writes/answer.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import type { SampleAnswer } from "#prisma/sample/insight.ts";
import { sampleTeams } from "#prisma/sample/organisation.ts";
import { seededRandom } from "#prisma/sample/random.ts";
import type { Told } from "#prisma/seed/desk.ts";
import { callAt, type History, later, nextSession } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import type { MadeInitiative } from "#prisma/seed/initiatives.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { sharedAt } from "#prisma/seed/shared-at.ts";
import type { Staff } from "#prisma/seed/staff.ts";

const bugSession = { weekday: 2, everyWeeks: 1, hour: 9 };
const recentDecision = { weekday: 4, everyWeeks: 1, hour: 15 };
const olderDecision = { ...recentDecision, everyWeeks: 4 };
const recentWeeks = 10;
const longestWait = 8;

type Answered = { one: Told; team: string; answer: SampleAnswer; at: Date };

/** What each team's PM told those who asked, at the team's weekly session. */
export async function answer(
  history: History,
  staff: Staff,
  told: readonly Told[],
  initiatives: readonly MadeInitiative[],
): Promise<void> {
  const initiativeOf = new Map(initiatives.map(({ id, sample }) => [sample.title, id]));
  const originals = told.filter(({ isPart }) => !isPart);
  const idOf = new Map(originals.map(({ id, sample }) => [sample.key, id]));
  const answered = sessionsOf(history, originals);
  // Of those that say the same people said of what.
  const merged = new Set(answered.filter(({ one }) => one.sample.duplicateOfKey !== null));
  await inParallel(merged, ({ one, team, at }) => {
    const intoId = lookup(idOf, one.sample.duplicateOfKey ?? "");
    return mergeInsights(
      lookup(staff.teams, team).pm,
      { ids: [one.id], intoId },
      callAt(history, at),
    );
  });
  const groups = Map.groupBy(
    answered.filter((one) => !merged.has(one)),
    ({ one, team, answer: { code, note }, at }) => {
      const words = isOwnWords(one) ? note : one.sample.language;
      return [team, code, at.toISOString(), words].join("|");
    },
  );
  await inParallel(groups.values(), async (group) => {
    const [first] = group;
    if (!first) return;
    const ids = group.map(({ one }) => one.id);
    const { code, note, initiative } = first.answer;
    const named = initiative ? { initiativeId: lookup(initiativeOf, initiative) } : {};
    const input = { ids, answer: code, note, ...named };
    await answerInsights(lookup(staff.teams, first.team).pm, input, callAt(history, first.at));
  });
}

/** What names an initiative or explains the product; the rest is told to all of a session in one sentence. */
function isOwnWords({ sample: { answer: given, kind } }: Told): boolean {
  return (
    given?.code === "exists" ||
    given?.code === "planned" ||
    (given?.code === "shipped" && kind !== "bug")
  );
}

/** Bugs wait for the next session, the rest for a decision in the weeks that follow, as far as they are over. */
function sessionsOf(history: History, told: readonly Told[]): Answered[] {
  const random = seededRandom("answers");
  return told.flatMap((one) => {
    const { answer: given, kind } = one.sample;
    const wait = random.next();
    if (one.team === null || given === null) return [];
    const from = later(sharedAt(history, one), 24 * 60);
    const isSoon = kind === "bug" || given.code === "exists";
    const session = isSoon
      ? nextSession(from, bugSession)
      : decisionAfter(history, one.team, from, wait);
    const at = new Date(Math.min(session.getTime(), history.end.getTime()));
    return [{ one, team: one.team, answer: given, at }];
  });
}

function decisionAfter({ end }: History, team: string, from: Date, wait: number): Date {
  const left = Math.max(0, (end.getTime() - from.getTime()) / 60_000);
  const ready = later(from, wait * Math.min(longestWait * week, left));
  if (later(ready, recentWeeks * week) > end) return nextSession(ready, recentDecision);
  // Teams decide in different weeks.
  const turn = sampleTeams.findIndex(({ code }) => code === team) % olderDecision.everyWeeks;
  return later(nextSession(later(ready, -turn * week), olderDecision), turn * week);
}

/** In minutes. */
const week = 7 * 24 * 60;
