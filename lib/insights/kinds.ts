// What somebody tells us is one of five things. The tool proposes which from the words; people decide.

export const insightKinds = ["request", "problem", "question", "praise", "bug"] as const;
export type InsightKind = (typeof insightKinds)[number];

export const textLanguages = ["fr", "en", "mixed"] as const;

export const answers = [
  "planned",
  "shipped",
  "exists",
  "declined",
  "duplicate",
  "out-of-scope",
] as const;
export type InsightAnswer = (typeof answers)[number];

/** Reasons to decline are kept short, and few. */
export const LONGEST_REASON = 160;
export const MOST_REASONS = 12;

/** Declining is the one answer that needs its reason: somebody asked, and is told no. */
export function needsReason(answer: InsightAnswer): boolean {
  return answer === "declined";
}

const signs: readonly [InsightKind, RegExp][] = [
  [
    "bug",
    /\bbugs?\b|erreur|error|crash|plante|cass[ée]|broken|depuis la (mise à jour|\d)|repro\b/i,
  ],
  ["praise", /\bmerci\b|bravo|g[ée]nial|ador[eé]|thank(s| you)|love|great work|parfait/i],
  [
    "problem",
    /perd(u|ent|s)?\b|lost|lose|impossible|n['’]arriv|bloqu|probl[èe]me|problem|can['’]?t|cannot|ne (marche|fonctionne|s['’]affiche)|twice|en double|overwrit|wrong/i,
  ],
];

/** Thanks that close a mail or ask for something are manners, not praise. */
const manners =
  /(?<=\S\s*\n\s*)(merci|thanks|thank you)( beaucoup| d['’]avance| par avance| in advance)?[ ,.!]*$|\bmerci (d['’]avance|par avance|de (?:m['’]|me |nous |bien vouloir )?\p{L}+r\b)|\bthank(s| you) in advance/gimu;

/** A first guess from the words alone; a bug's signs weigh more than a question mark. */
export function proposeKind(text: string): InsightKind {
  const told = text.replaceAll(manners, "");
  const sign = signs.find(([, pattern]) => pattern.test(told));
  if (sign) return sign[0];
  return /\?\s*$|\?\s*\n/.test(text.trim()) ? "question" : "request";
}
