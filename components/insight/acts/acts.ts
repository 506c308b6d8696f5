import type { BindingId } from "#components/keyboard/key-map.ts";
import type { Permission } from "#lib/auth/policy.ts";
import type { InsightRow } from "#lib/insights/views.ts";

// What can be done to insights, most likely first. The dock under the text, a row's menu, the strip of a selection, the
// page and the keys offer these, and each person only what they may do.

export type ActName =
  | "give"
  | "theme"
  | "answer"
  | "merge"
  | "snooze"
  | "decline"
  | "wake"
  | "return"
  | "reopen"
  | "part"
  | "split"
  | "editTitle"
  | "setKind";

/** The permissions that acts ask for, as far as this person has them. */
export type May = readonly ActPermission[];
export type ActPermission = (typeof actPermissions)[number];
export const actPermissions = [
  "insight:triage",
  "insight:answer",
  "theme:edit",
] as const satisfies readonly Permission[];

type Facts = Pick<InsightRow, "tribeId" | "answer" | "snoozedUntil"> & { isMerged?: boolean };

type Act = {
  name: ActName;
  needs: ActPermission;
  key?: BindingId<"triage">;
  /** Of one at a time. */
  isSingle?: boolean;
  fits?: (facts: Facts, today: string) => boolean;
};

const isSnoozed = ({ snoozedUntil }: Facts, today: string) =>
  snoozedUntil !== null && snoozedUntil > today;

const ACTS: readonly Act[] = [
  { name: "give", needs: "insight:triage", key: "assign" },
  { name: "theme", needs: "theme:edit", key: "theme" },
  { name: "answer", needs: "insight:answer", key: "answered" },
  { name: "merge", needs: "insight:triage", key: "merge" },
  {
    name: "snooze",
    needs: "insight:triage",
    key: "snooze",
    fits: ({ tribeId, answer }) => tribeId === null && answer === null,
  },
  { name: "decline", needs: "insight:answer", key: "decline" },
  { name: "wake", needs: "insight:triage", fits: isSnoozed },
  { name: "return", needs: "insight:triage", fits: ({ tribeId }) => tribeId !== null },
  { name: "reopen", needs: "insight:answer", fits: ({ answer }) => answer !== null },
  { name: "split", needs: "insight:triage", key: "split", isSingle: true },
  { name: "editTitle", needs: "insight:triage", isSingle: true },
  { name: "setKind", needs: "insight:triage" },
];

const PART: Act = { name: "part", needs: "insight:triage" };

/**
 * Those that all of the insights can bear. What was merged into another is only parted again.
 * @param today the company's day, YYYY-MM-DD
 */
export function actsOn(facts: readonly Facts[], may: May, today: string): readonly Act[] {
  const acts = facts.some(({ isMerged }) => isMerged) ? [PART] : ACTS;
  return acts.filter(
    ({ needs, isSingle, fits }) =>
      facts.length > 0 &&
      may.includes(needs) &&
      !(isSingle && facts.length > 1) &&
      (!fits || facts.every((one) => fits(one, today))),
  );
}
