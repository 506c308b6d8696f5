import type { Quarter } from "#lib/quarter.ts";

// What a list can be asked, and how its address says so; reading an address is list-filter.ts, which the browser
// does not need.

export const listStates = [
  "inbox",
  "snoozed",
  "tribe",
  "team",
  "assigned",
  "answered",
  "all",
] as const;
export type ListState = (typeof listStates)[number];

export const listSorts = ["said", "updated", "number", "worth", "severity"] as const;
export type ListSort = (typeof listSorts)[number];

/** Days since it was said: at most so many, or more than the last. */
export const ages = ["7", "30", "90", "365", "older"] as const;
export type Age = (typeof ages)[number];

/** How far an insight came, whatever became of it since. */
export const stages = ["tribe", "team", "theme", "answer"] as const;
export type Stage = (typeof stages)[number];

/** What a team still has to do with an insight: group it under a theme, or tell those who asked what is planned. */
export const todos = ["group", "answer"] as const;
export type Todo = (typeof todos)[number];

/**
 * Of what waits for a Tribe: with a sure proposal, or without. `any` asks for neither: it is how whoever holds the duty,
 * whose list begins with those that nothing was sure to place, asks for all.
 */
export const placings = ["unsure", "sure", "any"] as const;
export type Placing = (typeof placings)[number];

/** Asked for in place of a Tribe, a team, a theme, a customer and so on: those that have none. */
export const NONE = "none";

/** Filters that may be asked the other way round: all but those. */
export const reversible = [
  "tribe",
  "team",
  "kind",
  "source",
  "organisation",
  "theme",
  "department",
  "severity",
  "language",
  "segment",
  "answer",
] as const;
export type Reversible = (typeof reversible)[number];

/** One or several values with commas between them, as an address has them. */
export function valuesOf(written: string | null): string[] {
  return written === null ? [] : written.split(",");
}

export type ListFilter = {
  state: ListState;
  /** Codes of Tribes (PLA), or NONE. */
  tribe: string[];
  kind: string[];
  /** One or several with commas between them, or NONE, as the next ones: shared out to no team, then or now. */
  teamId: string | null;
  sourceId: string | null;
  /** That import brought them. */
  importId: string | null;
  organisationId: string | null;
  themeId: string | null;
  /** Of a colleague who asked for it or handed it in. */
  departmentId: string | null;
  /** Under one of that initiative's themes. */
  initiativeId: string | null;
  /** Ours of the desk's many words, or NONE. */
  severity: string[];
  language: string[];
  /** Of a customer it speaks for. */
  segment: string[];
  answer: string[];
  /** Its customers are worth so much a year, or are to be won for it; in whole units of the company's currency. */
  over: number | null;
  /** Those of the filters that say what is left out. */
  not: Reversible[];
  age: Age | null;
  /** Shared out for that quarter. */
  quarter: Quarter | null;
  /** Said in that quarter. */
  received: Quarter | null;
  /** Answered in that quarter. */
  answeredIn: Quarter | null;
  /** Came that far. */
  reached: Stage | null;
  /** Still to do. */
  todo: Todo | null;
  placing: Placing | null;
  /** Said in the week that begins on that Monday, YYYY-MM-DD. */
  week: string | null;
  /** Answered in the week that begins on that Monday. */
  answeredWeek: string | null;
  q: string;
  sort: ListSort;
  direction: "asc" | "desc";
};

/** The inverse: the shortest query string that reads back to the same filter, "" for the plain inbox. */
export function addressOf(filter: Partial<ListFilter>): string {
  const sort = `${filter.direction === "asc" ? "" : "-"}${filter.sort ?? "said"}`;
  const pairs: [string, string | null | undefined][] = [
    ["state", filter.state === "inbox" ? null : filter.state],
    ["tribe", filter.tribe?.join(",")],
    ["kind", filter.kind?.join(",")],
    ["team", filter.teamId],
    ["source", filter.sourceId],
    ["import", filter.importId],
    ["organisation", filter.organisationId],
    ["theme", filter.themeId],
    ["department", filter.departmentId],
    ["initiative", filter.initiativeId],
    ["severity", filter.severity?.join(",")],
    ["language", filter.language?.join(",")],
    ["segment", filter.segment?.join(",")],
    ["answer", filter.answer?.join(",")],
    ["over", filter.over?.toString()],
    ["not", filter.not?.join(",")],
    ["age", filter.age],
    ["quarter", filter.quarter],
    ["received", filter.received],
    ["answered", filter.answeredIn],
    ["reached", filter.reached],
    ["todo", filter.todo],
    ["placing", filter.placing],
    ["week", filter.week],
    ["answered-week", filter.answeredWeek],
    ["q", filter.q],
    ["sort", sort === "-said" ? null : sort],
  ];
  const params = new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return params.toString().replaceAll("%2C", ",");
}

/** How many filters narrow the list, its tab and sort aside. */
export function countFilters(filter: ListFilter): number {
  const {
    state: _state,
    sort: _sort,
    direction: _direction,
    q: _q,
    not: _not,
    placing,
    ...narrowing
  } = filter;
  const asked = [...Object.values(narrowing), placing === "any" ? null : placing];
  return asked.filter((value) => (Array.isArray(value) ? value.length > 0 : value !== null)).length;
}

/** Whether the list is a tab as a whole, which the tab's own count tells of. */
export function isWholeState(filter: ListFilter): boolean {
  return filter.q === "" && countFilters(filter) === 0;
}
