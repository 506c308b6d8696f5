import type { SampleCustomer } from "#prisma/sample/customers.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { SampleKind, Situation } from "#prisma/sample/situations/situation.ts";
import {
  english,
  englishForwarded,
  englishRoles,
  englishThread,
} from "#prisma/sample/voices/english.ts";
import { french } from "#prisma/sample/voices/french.ts";
import type { Reporter, Voice } from "#prisma/sample/voices/speakers.ts";
import { lowerFirst, sentences, worded } from "#prisma/sample/voices/wording.ts";

export type Telling = {
  voice: Voice;
  length: "line" | "full";
  /** A signature, a "TR:" or a quoted thread around it. */
  framed: boolean;
  reporter: Reporter;
  customer: SampleCustomer | null;
  day: Date;
};

/** The body of an insight: a situation in somebody's mouth. */
export function told(situation: Situation, telling: Telling, random: Random): string {
  const { language } = situation;
  const say = (text: string) => worded(text, language, telling.day, random);
  const fact = say(situation.fact);
  const manners = mannersOf(situation.kind, telling.voice, language);
  if (telling.length === "line") return oneLine(fact, telling, manners, language, random);
  const text = sentences([fact, say(situation.harm), say(situation.wish)]);
  return framed(voiced(text, telling, manners, language, random), telling, language, random);
}

/** A French colleague passing on the customer's English. */
export function toldInBoth(situation: Situation, telling: Telling, random: Random): string {
  const say = (text: string) => worded(text, "en", telling.day, random);
  const words = sentences([
    say(situation.fact),
    say(random.pick([situation.harm, situation.wish])),
  ]);
  const open = withCustomer(random.pick(french.quoting), telling);
  return sentences([`${open} « ${words} »`, random.pick(french.quotingClose)]);
}

type Manners = { open: readonly string[]; close: readonly string[] };

function oneLine(
  fact: string,
  telling: Telling,
  { open, close }: Manners,
  language: "fr" | "en",
  random: Random,
): string {
  if (telling.voice === "technician" || telling.voice === "nps") return onPhone(fact);
  if (telling.voice === "landlord" || random.chance(0.4)) return sentences([fact]);
  const before = spoken(random.pick(open), telling, language, random);
  const start = before.endsWith(":") ? `${before} ${lowerFirst(fact)}` : fact;
  const after = before.endsWith(":") || random.chance(0.6) ? "" : random.pick(close);
  return sentences([start, spoken(after, telling, language, random)]).replace(/\s+/g, " ");
}

function voiced(
  text: string,
  telling: Telling,
  { open, close }: Manners,
  language: "fr" | "en",
  random: Random,
): string {
  const before = spoken(random.pick(open), telling, language, random);
  const after = spoken(random.pick(close), telling, language, random);
  if (telling.voice === "technician") return onPhone(text);
  if (telling.voice === "nps") return onPhone([before, text, after].filter(Boolean).join(" "));
  const start = joined(before, text);
  if (after.startsWith("\n")) return `${start}${after}`;
  return [start, after].filter(Boolean).join(random.chance(0.7) ? " " : "\n");
}

function joined(before: string, text: string): string {
  if (before === "") return text;
  if (before.endsWith("\n")) return `${before}${text}`;
  return before.endsWith(":") || before.endsWith(",")
    ? `${before} ${lowerFirst(text)}`
    : `${before} ${text}`;
}

function framed(body: string, telling: Telling, language: "fr" | "en", random: Random): string {
  if (!telling.framed) return body;
  const way = random.pick(["signature", "thread", "forwarded"]);
  if (way === "thread")
    return `${body}${random.pick(language === "fr" ? french.thread : englishThread)}`;
  if (way === "forwarded") {
    return `${random.pick(language === "fr" ? french.forwarded : englishForwarded)}${body}`;
  }
  const { name, personEmail } = telling.reporter;
  if (personEmail !== null) return `${body}\n--\n${name} | ${personEmail}`;
  const role = random.pick(language === "fr" ? french.roles : englishRoles);
  return `${body}\n--\n${name} | ${role} | ${telling.customer?.name ?? ""}`;
}

function mannersOf(kind: SampleKind, voice: Voice, language: "fr" | "en"): Manners {
  const all = language === "fr" ? french : english;
  if (voice === "support" && kind === "bug") return all.supportOnBug;
  if (voice === "nps" && kind === "praise") return all.npsOfPraise;
  return all[voice === "technician" ? "customer" : voice];
}

function spoken(text: string, telling: Telling, language: "fr" | "en", random: Random): string {
  const filled = withCustomer(text, telling);
  const kept = filled.startsWith("\n") ? "\n" : "";
  const ended = filled.endsWith("\n") ? "\n" : "";
  const deep = filled.startsWith("\n\n") ? "\n" : "";
  return `${deep}${kept}${worded(filled, language, telling.day, random)}${ended}`;
}

function withCustomer(text: string, telling: Telling): string {
  return text.replace("{customer}", telling.customer?.name ?? "un client");
}

/** Typed with a thumb: no accents, no capitals, hardly a full stop. */
function onPhone(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/\. /g, " ")
    .replace(/ ?[«»] ?/g, " ")
    .trim();
}
