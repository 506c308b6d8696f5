// Where an insight stands is never stored: it follows from what was decided. An answer closes it wherever it is;
// a team has it while its newest sharing out is to a team of the Tribe it is with; without a Tribe it waits in the
// inbox, or sleeps there until the day somebody chose. A merged one stands where the one it was merged into does.

export const standings = ["inbox", "snoozed", "tribe", "team", "answered", "merged"] as const;
export type Standing = (typeof standings)[number];

export type StandingFacts = {
  mergedIntoId: string | null;
  answer: string | null;
  tribeId: string | null;
  /** The newest sharing out to a team of `tribeId`, if any. */
  teamId: string | null;
  /** Day, YYYY-MM-DD: from that day on it is in the inbox again. */
  snoozedUntil: string | null;
};

/** @param today the company's day, YYYY-MM-DD */
export function standingOf(facts: StandingFacts, today: string): Standing {
  if (facts.mergedIntoId) return "merged";
  if (facts.answer) return "answered";
  if (facts.tribeId) return facts.teamId ? "team" : "tribe";
  return facts.snoozedUntil && facts.snoozedUntil > today ? "snoozed" : "inbox";
}

/** Whether what stands so belongs to the list of that name. */
export function isListed(
  list: "inbox" | "snoozed" | "tribe" | "team" | "assigned" | "answered" | "all",
  facts: StandingFacts,
  today: string,
): boolean {
  const standing = standingOf(facts, today);
  if (standing === "merged") return false;
  if (list === "all") return true;
  return list === "assigned" ? facts.tribeId !== null : standing === list;
}
