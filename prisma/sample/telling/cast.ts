import type { SampleLanguage } from "#prisma/sample/insight.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { SampleKind } from "#prisma/sample/situations/situation.ts";

export type Role = "plain" | "exists" | "several" | "twin";

/** What one insight has to be, before anybody says a word. */
export type Part = {
  kind: SampleKind;
  language: SampleLanguage;
  role: Role;
  oneLine: boolean;
  framed: boolean;
  hasTitle: boolean;
  hasCustomer: boolean;
  talkative: boolean;
};

export const volume = 3000;

/** How many of the 3,000 are what; the given twelve count. */
export const mix = {
  kinds: { bug: 1050, request: 900, question: 600, problem: 360, praise: 90 },
  languages: { fr: 2100, en: 750, mixed: 150 },
  exists: 90,
  several: 150,
  twins: 180,
  withoutCustomer: 120,
  ofTalkative: 1728,
  oneLine: 1000,
  framed: 300,
  withoutTitle: 210,
} as const;

export type Taken = {
  kinds: Record<SampleKind, number>;
  languages: Record<SampleLanguage, number>;
  exists: number;
  several: number;
  withoutCustomer: number;
  ofTalkative: number;
};

/** Deals exactly what is left of the mix once the given ones are taken away. */
export function castParts(taken: Taken, random: Random): Part[] {
  const kinds = random.shuffled(
    kindList.flatMap((kind) => repeated(kind, mix.kinds[kind] - taken.kinds[kind])),
  );
  const languages = random.shuffled(
    languageList.flatMap((code) => repeated(code, mix.languages[code] - taken.languages[code])),
  );
  const parts = kinds.map((kind, index): Part => {
    const language = languages[index] ?? "fr";
    return { ...blank, kind, language };
  });
  give(parts, mix.exists - taken.exists, random, isAsking, (part) => ({ ...part, role: "exists" }));
  give(parts, mix.several - taken.several, random, isRequest, (part) => ({
    ...part,
    role: "several",
  }));
  give(parts, mix.twins, random, isRepeatable, (part) => ({ ...part, role: "twin" }));
  give(parts, mix.withoutCustomer - taken.withoutCustomer, random, isPlain, (part) => ({
    ...part,
    hasCustomer: false,
  }));
  give(parts, mix.ofTalkative - taken.ofTalkative, random, hasCustomer, (part) => ({
    ...part,
    talkative: true,
  }));
  give(parts, mix.oneLine, random, isSayable, (part) => ({ ...part, oneLine: true }));
  give(parts, mix.framed, random, isLong, (part) => ({ ...part, framed: true }));
  give(
    parts,
    mix.withoutTitle,
    random,
    () => true,
    (part) => ({ ...part, hasTitle: false }),
  );
  return parts;
}

const kindList: SampleKind[] = ["bug", "request", "question", "problem", "praise"];
const languageList: SampleLanguage[] = ["fr", "en", "mixed"];
const blank = {
  role: "plain",
  oneLine: false,
  framed: false,
  hasTitle: true,
  hasCustomer: true,
  talkative: false,
} as const;

const isPlain = (part: Part) => part.role === "plain" && part.language !== "mixed";
const isRequest = (part: Part) => isPlain(part) && part.kind === "request";
const isAsking = (part: Part) =>
  isPlain(part) &&
  (part.kind === "question" || (part.kind === "request" && part.language === "fr"));
const isRepeatable = (part: Part) => isPlain(part) && part.kind !== "praise";
const hasCustomer = (part: Part) => part.hasCustomer;
const isSayable = (part: Part) => part.role !== "several" && part.language !== "mixed";
const isLong = (part: Part) => isSayable(part) && !part.oneLine;

/** Marks exactly `count` of those that may, at random. Throws when too few may. */
function give(
  parts: Part[],
  count: number,
  random: Random,
  may: (part: Part) => boolean,
  marked: (part: Part) => Part,
): void {
  const able = parts.flatMap((part, index) => (may(part) ? [index] : []));
  if (able.length < count) throw new Error(`Only ${able.length} can be what ${count} should be`);
  for (const index of random.shuffled(able).slice(0, count)) {
    const part = parts[index];
    if (part !== undefined) parts[index] = marked(part);
  }
}

function repeated<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
