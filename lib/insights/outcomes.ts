import type { answers } from "#lib/insights/kinds.ts";

// What became of what a customer asked, as their page groups it: their good news first, then what waits, then what
// they will not get.

export const outcomes = [
  "shipped",
  "planned",
  "exists",
  "open",
  "declined",
  "out-of-scope",
  "duplicate",
] as const satisfies readonly ((typeof answers)[number] | "open")[];
export type Outcome = (typeof outcomes)[number];

/** Part of what a customer asked: all, what has an answer, or what became of it. */
export const requestParts = ["all", "answered", ...outcomes] as const;
export type RequestPart = (typeof requestParts)[number];
