import type { EntryAnswer } from "#lib/catalogue/answers.ts";
import type { Quarter } from "#lib/quarter.ts";

/** An entry as a viewer reads it: what follows from the roadmap and from the day is already said. */
export type Entry = {
  id: string;
  title: string;
  words: string[];
  answer: EntryAnswer;
  /** Since when, or planned for; null where nobody says. */
  quarter: Quarter | null;
  /** As it was written, whatever the roadmap says. */
  quarterWritten: Quarter | null;
  /** It says planned, and nothing plans it any more. */
  isAdrift: boolean;
  isOld: boolean;
  toSay: string;
  limits: string;
  place: string;
  helpUrl: string | null;
  videoUrl: string | null;
  trainingUrl: string | null;
  teamId: string | null;
  team: string | null;
  initiative: { id: string; number: number; title: string } | null;
  isDraft: boolean;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  isArchived: boolean;
  version: number;
};

/** Why an entry asks to be looked at, the first that holds; null where it does not. */
export function askOf({
  isDraft,
  isAdrift,
  isOld,
}: Pick<Entry, "isDraft" | "isAdrift" | "isOld">): "draft" | "adrift" | "old" | null {
  if (isDraft) return "draft";
  if (isAdrift) return "adrift";
  return isOld ? "old" : null;
}
