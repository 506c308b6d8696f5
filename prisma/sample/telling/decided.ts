import { type Quarter, shiftQuarter } from "#lib/quarter.ts";
import type { SampleInsight } from "#prisma/sample/insight.ts";
import { sampleTeams } from "#prisma/sample/organisation.ts";
import type { Random } from "#prisma/sample/random.ts";
import { answerFor, duplicateAnswer } from "#prisma/sample/telling/answers.ts";
import { quarterOfDesk, startOfDay } from "#prisma/sample/telling/calendar.ts";
import type { Part } from "#prisma/sample/telling/cast.ts";
import { deskFields } from "#prisma/sample/telling/desk-fields.ts";
import type { Story } from "#prisma/sample/telling/story.ts";
import { viaOf } from "#prisma/sample/voices/speakers.ts";
import { sentences, worded } from "#prisma/sample/voices/wording.ts";

export type Draft = Omit<SampleInsight, "key" | "externalId" | "resembles" | "duplicateOfKey"> & {
  twinOf: Draft | null;
};

export type Written = {
  story: Story;
  part: Part;
  createdAt: Date;
  today: Date;
  inInbox: boolean;
  original: Draft | null;
};

const dayLength = 86_400_000;

/** A story and what became of it. */
export function decided(written: Written, random: Random): Draft {
  const { story, part, createdAt, inInbox, original } = written;
  const place = inInbox ? nowhere : placeOf(written, random);
  const answer = place.team === null ? null : answerOf(written, random);
  const via = viaOf(story.voice, random);
  const { kind, team } = story.situation;
  return {
    title: part.hasTitle ? titleOf(story, part, random) : null,
    body: story.body,
    kind,
    language: part.language,
    via,
    reporter: story.reporter,
    organisations: story.customer === null ? [] : [story.customer.name],
    createdAt,
    updatedAt: touched(written, answer !== null, random),
    ...deskFields(kind, via, team, !inInbox, answer, random),
    ...place,
    answer,
    asks: story.asked.length,
    splitInto: answer === null && place.team !== null ? parted(story, createdAt, random) : [],
    twinOf: original,
  };
}

const nowhere = { tribe: null, team: null, quarter: null, theme: null };

function placeOf({ story, createdAt, today }: Written, random: Random) {
  const { team, kind, theme, exists } = story.situation;
  const tribe = sampleTeams.find(({ code }) => code === team)?.tribe ?? null;
  const quarter = sharedIn(kind === "bug" || exists !== null, createdAt, today, random);
  if (quarter === null) return { ...nowhere, tribe };
  return { tribe, team, quarter, theme: random.chance(0.88) ? theme : null };
}

/** A bug goes any day, and so does what exists already; the rest is shared out now and then within its quarter, or for the next. */
function sharedIn(atOnce: boolean, createdAt: Date, today: Date, random: Random): Quarter | null {
  const own = quarterOfDesk(createdAt);
  const current = quarterOfDesk(new Date(startOfDay(today)));
  if (atOnce) return own;
  const quarter = random.chance(0.4) ? own : shiftQuarter(own, 1);
  return quarter > current ? null : quarter;
}

function answerOf({ story, part, createdAt, today, original }: Written, random: Random) {
  if (part.role === "several") return null;
  const seen = original !== null && original.tribe !== null;
  if (seen && random.chance(0.65)) return duplicateAnswer(story.situation.language);
  const daysOld = (startOfDay(today) - createdAt.getTime()) / dayLength;
  const offset = quartersBetween(
    quarterOfDesk(new Date(startOfDay(today))),
    quarterOfDesk(createdAt),
  );
  return answerFor({ situation: story.situation, daysOld, offset }, random);
}

function quartersBetween(current: Quarter, other: Quarter): number {
  return [-2, -1].find((steps) => shiftQuarter(current, steps) === other) ?? 0;
}

function titleOf(story: Story, part: Part, random: Random): string {
  const bug = part.kind === "bug" && story.voice === "support" && random.chance(0.25);
  const asking = story.voice === "sales" && random.chance(0.2) && !/\?$/.test(story.title);
  return `${bug ? "[BUG] " : ""}${story.title}${asking ? " ??" : ""}`;
}

function parted(story: Story, day: Date, random: Random): Draft["splitInto"] {
  if (story.asked.length === 1) return [];
  const say = (text: string, language: "fr" | "en") => worded(text, language, day, random);
  return story.asked.map(({ title, fact, kind, team, language }) => ({
    title: say(title, language),
    body: sentences([say(fact, language)]),
    kind,
    team,
  }));
}

/** Last touched in the desk: some days later, never after yesterday. */
function touched({ createdAt, today }: Written, isAnswered: boolean, random: Random): Date {
  const days = isAnswered ? random.between(1, 40) : random.between(0, 6);
  const later = createdAt.getTime() + days * dayLength + random.between(0, 3000) * 1000;
  return new Date(Math.max(createdAt.getTime(), Math.min(later, startOfDay(today) - 1000)));
}
