import { quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { sampleCustomers } from "#prisma/sample/customers.ts";
import { givenInsights } from "#prisma/sample/given-insights.ts";
import type { GivenInsight, SampleInsight } from "#prisma/sample/insight.ts";
import { sampleCompany, sampleMembers, sampleTeams } from "#prisma/sample/organisation.ts";
import { type Random, seededRandom } from "#prisma/sample/random.ts";
import { deskInstants, quarterOfDesk, startOfDay } from "#prisma/sample/telling/calendar.ts";
import { castParts, type Part, type Taken } from "#prisma/sample/telling/cast.ts";
import { type Draft, decided } from "#prisma/sample/telling/decided.ts";
import { deskFields } from "#prisma/sample/telling/desk-fields.ts";
import { newStory, type Story, wordsOnly } from "#prisma/sample/telling/story.ts";

export type { SampleInsight } from "#prisma/sample/insight.ts";

const dayLength = 86_400_000;
const untriaged = 50;
const firstNumber = 4001;

/**
 * 3,000 insights of the two quarters before `today`'s and of its own up to yesterday, oldest first.
 * The same on every run for the same day.
 */
export function sampleInsights(today: Date): SampleInsight[] {
  const random = seededRandom("insights");
  const given = givenInsights.map((insight) => fromGiven(insight, today, random));
  const drafts = composed(today, given, random);
  const all = [...drafts, ...given].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const keyOf = new Map(all.map((draft, index) => [draft, `SUP-${firstNumber + index}`]));
  return all.map(({ twinOf, ...draft }, index) => {
    const original = twinOf === null ? undefined : keyOf.get(twinOf);
    return {
      ...draft,
      externalId: String(81_000 + index * 3),
      key: `SUP-${firstNumber + index}`,
      resembles: original ?? null,
      duplicateOfKey: draft.answer?.code === "duplicate" ? (original ?? null) : null,
    };
  });
}

function composed(today: Date, given: Draft[], random: Random): Draft[] {
  const parts = castParts(takenBy(given), random);
  const instants = deskInstants(today, parts.length, random);
  const inbox = newest(instants.length, untriaged - given.filter(isUntriaged).length, random);
  const said = new Set(given.map(({ body }) => wordsOnly(body)));
  const told: { story: Story; part: Part; draft: Draft }[] = [];
  const drafts: Draft[] = [];
  const current = quarterOf(today, sampleCompany.timeZone);
  for (const [index, part] of twinsLate(parts).entries()) {
    const createdAt = instants[index] ?? today;
    const original = part.role === "twin" ? random.pick(recentLike(told, part)) : null;
    const moment = { day: createdAt, isOld: quarterOfDesk(createdAt) < current };
    const story = newStory(part, original?.story.situation ?? null, moment, said, random);
    const draft = decided(
      {
        story,
        part,
        createdAt,
        today,
        inInbox: inbox.has(index),
        original: original?.draft ?? null,
      },
      random,
    );
    drafts.push(draft);
    if (part.role === "plain") told.push({ story, part, draft });
  }
  return drafts;
}

/** A twin needs somebody to take after: none among the first. */
function twinsLate(parts: Part[]): Part[] {
  const early = parts.slice(0, 400);
  const [twins, others] = [early.filter(isTwin), early.filter((part) => !isTwin(part))];
  return [...others, ...twins, ...parts.slice(400)];
}

const isTwin = (part: Part) => part.role === "twin";
const isUntriaged = ({ tribe }: Draft) => tribe === null;

function recentLike<T extends { part: Part }>(told: T[], { kind, language }: Part): T[] {
  const alike = told.filter(({ part }) => part.kind === kind && part.language === language);
  return alike.slice(-25);
}

/** Nearly all of the newest, and a few that somebody left lying. */
function newest(count: number, wanted: number, random: Random): Set<number> {
  const last = Math.round(wanted * 0.7);
  const older = Array.from({ length: 60 }, (_, index) => count - last - 1 - index);
  const left = random.shuffled(older).slice(0, wanted - last);
  return new Set([...left, ...Array.from({ length: last }, (_, index) => count - 1 - index)]);
}

function takenBy(given: Draft[]): Taken {
  const talkative = new Set(sampleCustomers.filter((c) => c.talkative).map(({ name }) => name));
  const count = (is: (draft: Draft) => boolean) => given.filter(is).length;
  const ofKind = (kind: Draft["kind"]) => count((draft) => draft.kind === kind);
  const inLanguage = (code: Draft["language"]) => count(({ language }) => language === code);
  return {
    kinds: {
      bug: ofKind("bug"),
      request: ofKind("request"),
      question: ofKind("question"),
      problem: ofKind("problem"),
      praise: ofKind("praise"),
    },
    languages: { fr: inLanguage("fr"), en: inLanguage("en"), mixed: inLanguage("mixed") },
    exists: count(({ answer }) => answer?.code === "exists"),
    several: count(({ asks }) => asks > 1),
    withoutCustomer: count(({ organisations }) => organisations.length === 0),
    ofTalkative: count(({ organisations }) => organisations.some((name) => talkative.has(name))),
  };
}

function fromGiven(given: GivenInsight, today: Date, random: Random): Draft {
  const { daysAgo, by, decided: outcome, asks = 1, labels, severity, ...told } = given;
  const createdAt = new Date(startOfDay(today) - daysAgo * dayLength + 9 * 3_600_000);
  const team = sampleTeams.find(({ code }) => code === outcome?.team);
  const answer = outcome?.answer ?? null;
  const fields = deskFields(
    told.kind,
    told.via,
    team?.code ?? null,
    team !== undefined,
    answer,
    random,
  );
  const email = sampleMembers.find(({ name }) => name === by)?.email ?? null;
  return {
    ...told,
    ...fields,
    labels: labels ?? fields.labels,
    severity: severity ?? null,
    reporter: { name: by, personEmail: email, email: email ?? contactOf(told.organisations) },
    createdAt,
    updatedAt: createdAt,
    tribe: team?.tribe ?? null,
    team: team?.code ?? null,
    quarter: team === undefined ? null : shiftQuarter(quarterOf(today, sampleCompany.timeZone), 0),
    theme: outcome?.theme ?? null,
    answer,
    asks,
    splitInto: [],
    twinOf: null,
  };
}

function contactOf(organisations: string[]): string | null {
  const customer = sampleCustomers.find(({ name }) => name === organisations[0]);
  return customer === undefined ? null : `contact@${customer.domain}`;
}
