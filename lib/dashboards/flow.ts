import type { ListFilter } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";

/** Of the insights said in a quarter, how many came how far; and those answered in it, older ones too. */
export type Flow = {
  received: number;
  withTribe: number;
  sharedOut: number;
  underTheme: number;
  answered: number;
  answeredInQuarter: number;
};

export type FlowStage = keyof Flow;

/** The list behind each number: counting and opening read the same filter, so that they cannot disagree. */
export function flowFilters(quarter: Quarter): Record<FlowStage, Partial<ListFilter>> {
  const received = { state: "all", received: quarter } as const;
  return {
    received,
    withTribe: { ...received, reached: "tribe" },
    sharedOut: { ...received, reached: "team" },
    underTheme: { ...received, reached: "theme" },
    answered: { ...received, reached: "answer" },
    answeredInQuarter: { state: "all", answeredIn: quarter },
  };
}

export type FlowWeek = {
  /** Its Monday, YYYY-MM-DD. */
  monday: string;
  received: number;
  /** Answered that week, whenever they came in. */
  answered: number;
};
