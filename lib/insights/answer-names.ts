import type { InsightAnswer } from "#lib/insights/kinds.ts";

// An answer names what it means: planned which initiative, exists where, declined why. What names nothing more (out of
// scope, a bug that was mended) says it in a word, if at all.

export type Named = {
  answer: InsightAnswer;
  note?: string | undefined;
  initiativeId?: string | undefined;
  entryId?: string | undefined;
  reasonId?: string | undefined;
};

/** What an answer may name. */
export const namedBy = {
  planned: "initiativeId",
  shipped: "initiativeId",
  exists: "entryId",
  declined: "reasonId",
  duplicate: null,
  "out-of-scope": null,
} as const satisfies Record<InsightAnswer, keyof Named | null>;

/** Why it can't be given as it is, or null. */
export function missingIn({ answer, note, initiativeId, entryId, reasonId }: Named) {
  switch (answer) {
    case "planned":
      return initiativeId ? null : "planned-names-initiative";
    case "exists":
      return entryId || note ? null : "exists-names-place";
    case "declined":
      return reasonId || note ? null : "reason-needed-to-decline";
    case "duplicate":
      return "duplicate-names-other";
    default:
      return null;
  }
}

/** As it is kept: only what belongs to such an answer. */
export function namesKept(given: Named) {
  const named = namedBy[given.answer];
  const only = (name: keyof Named) => (named === name ? (given[name] ?? null) : null);
  return {
    answerInitiativeId: only("initiativeId"),
    answerEntryId: only("entryId"),
    answerReasonId: only("reasonId"),
  };
}
