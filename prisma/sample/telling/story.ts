import type { SampleCustomer } from "#prisma/sample/customers.ts";
import type { Random } from "#prisma/sample/random.ts";
import { allSituations } from "#prisma/sample/situations/all.ts";
import type { Situation } from "#prisma/sample/situations/situation.ts";
import type { Part } from "#prisma/sample/telling/cast.ts";
import { customerFor } from "#prisma/sample/telling/customer-for.ts";
import {
  chooseVoice,
  type Reporter,
  reporterOf,
  type Voice,
} from "#prisma/sample/voices/speakers.ts";
import { told, toldInBoth } from "#prisma/sample/voices/told.ts";
import { lowerFirst, worded } from "#prisma/sample/voices/wording.ts";

export type Story = {
  situation: Situation;
  asked: Situation[];
  customer: SampleCustomer | null;
  voice: Voice;
  reporter: Reporter;
  title: string;
  body: string;
};

export type Moment = { day: Date; isOld: boolean };

/** A story nobody has told yet: what was said before is in `said`, without numbers and signs. */
export function newStory(
  part: Part,
  like: Situation | null,
  moment: Moment,
  said: Set<string>,
  random: Random,
): Story {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    // A well-worn situation gives way to another after a while, a twin's never.
    const situation = like ?? random.pickWeighted(situationsFor(part), liveliness);
    const story = tell(part, situation, moment, random);
    const words = wordsOnly(story.body);
    if (said.has(words)) continue;
    said.add(words);
    return story;
  }
  throw new Error(`Nothing new to say: ${part.kind} ${part.language} ${like?.title ?? ""}`);
}

/** Two bodies that differ by a number or a comma only are the same. */
export function wordsOnly(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

function situationsFor(part: Part): Situation[] {
  const language = part.language === "fr" ? "fr" : "en";
  const wantsExisting = part.role === "exists";
  return allSituations.filter(
    (situation) =>
      situation.kind === part.kind &&
      situation.language === language &&
      (situation.exists !== null) === wantsExisting,
  );
}

/** Some problems are everybody's. */
function liveliness({ theme }: Situation): number {
  if (theme === null) return 0.6;
  return loud.has(theme) ? 1.9 : 1;
}

const loud = new Set([
  "rapports-perdus",
  "planning-a-plusieurs",
  "tva-mixte",
  "ou-en-est",
  "recherche-lente",
  "plusieurs-destinataires",
  "facture-electronique",
]);

function tell(part: Part, situation: Situation, { day, isOld }: Moment, random: Random): Story {
  const customer = customerFor(part, situation, isOld, random);
  const mixed = part.language === "mixed";
  const voice = voiceFor(part, customer, situation.team, random);
  const language = mixed ? "fr" : situation.language;
  const reporter = reporterOf(voice, customer, language, random);
  const length = part.oneLine ? "line" : "full";
  const telling = { voice, length, framed: part.framed, reporter, customer, day } as const;
  const title = worded(situation.title, situation.language, day, random);
  const one = { situation, asked: [situation], customer, voice, reporter, title };
  if (mixed) return { ...one, body: toldInBoth(situation, telling, random) };
  if (part.role === "several") return several(one, day, random);
  return { ...one, body: told(situation, telling, random) };
}

function voiceFor(
  part: Part,
  customer: SampleCustomer | null,
  team: string,
  random: Random,
): Voice {
  if (part.role === "several") return "csm";
  const voice = chooseVoice(part.kind, customer, team, random);
  const quiet = voice === "nps" || voice === "technician" || voice === "landlord";
  if (part.language === "mixed") return quiet || voice === "customer" ? "csm" : voice;
  return part.framed && quiet ? "customer" : voice;
}

const minutes = {
  fr: ["CR RDV annuel", "Compte rendu de visite", "Points à suivre", "Retour COPIL", "Liste de"],
  en: ["Notes from", "Quarterly review:", "Visit notes,", "Asks from"],
};

/** Two or three asks under one heading, as after a meeting. */
function several(story: Omit<Story, "body">, day: Date, random: Random): Story {
  const { language } = story.situation;
  const requests = allSituations.filter(
    (other) =>
      other.kind === "request" &&
      other.language === language &&
      other.exists === null &&
      other.team !== story.situation.team,
  );
  const others = random.shuffled(requests).slice(0, random.pick([1, 2, 2]));
  const asked = [story.situation, ...others];
  const mark = random.pick([(n: number) => `${n}/`, (n: number) => `${n})`, () => "-"]);
  const lines = asked.map(({ fact }, index) => {
    return `${mark(index + 1)} ${lowerFirst(worded(fact, language, day, random))}`;
  });
  const title = `${random.pick(minutes[language])} ${story.customer?.name ?? ""}`.trim();
  return { ...story, asked, title, body: lines.join("\n") };
}
