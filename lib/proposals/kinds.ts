// What the tool may propose of an insight. Each stands between empty and decided until a person says so.

export const proposalKinds = [
  "tribe",
  "theme",
  "new-theme",
  "duplicate",
  "kind",
  "language",
  "severity",
  "customer",
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** Those whose target is a row of ours, and those whose target is a word. */
export const targetColumns = {
  tribe: "tribeId",
  theme: "themeId",
  "new-theme": "code",
  duplicate: "otherId",
  kind: "code",
  language: "code",
  severity: "code",
  customer: "organisationId",
} as const satisfies Record<ProposalKind, string>;

/**
 * Why: like what went there before; by what the Tribe and its teams say they do; by the words of the text alone; with
 * others that nobody grouped yet; by the requester's address; by its name in the text; by what the requester is of.
 */
export const proposalReasons = [
  "alike",
  "mission",
  "words",
  "group",
  "domain",
  "name",
  "person",
] as const;
export type ProposalReason = (typeof proposalReasons)[number];
