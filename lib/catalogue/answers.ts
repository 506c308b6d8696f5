import type { Quarter } from "#lib/quarter.ts";

// What an entry of the catalogue answers to "do we have X?", and how old that word is. "Planned" is no promise: where an
// initiative stands behind it, the roadmap says the quarter, and an initiative that is on no quarter to come any more is
// planned for none.

export const entryAnswers = ["yes", "partly", "no", "planned"] as const;
export type EntryAnswer = (typeof entryAnswers)[number];

const MONTHS_TRUSTED = 6;

/** Verified more than six months ago: said so, and asked for again. */
export function isOld(verifiedAt: Date | null, now: Date): boolean {
  if (verifiedAt === null) return true;
  const until = new Date(verifiedAt);
  until.setUTCMonth(until.getUTCMonth() + MONTHS_TRUSTED);
  return until < now;
}

/** What is known of when: `planned` are the quarters in which the initiative behind it is on the roadmap. */
export type When = {
  answer: EntryAnswer;
  quarter: Quarter | null;
  planned: readonly Quarter[] | null;
};

/** Since when it is so, or the quarter that it is planned for; null where nobody can say. */
export function quarterSaid({ answer, quarter, planned }: When, current: Quarter): Quarter | null {
  if (answer !== "planned" || planned === null) return quarter;
  return planned.filter((one) => one >= current).toSorted()[0] ?? null;
}

/** It says planned, and nothing plans it any more: no quarter to come, or one that is over. */
export function isAdrift(when: When, current: Quarter): boolean {
  if (when.answer !== "planned") return false;
  const said = quarterSaid(when, current);
  return said === null ? when.planned !== null : said < current;
}
