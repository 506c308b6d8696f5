import { addressOf } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";

// What needs a person today, by the hats they wear. Each line opens the very rows it counts. "To answer" is what has
// no answer although an initiative of its theme is in a committed quarter: there is something to tell. A quarter's
// draft is asked for from the middle of the quarter before. A company's own start goes by steps, up to its first quarter.

export type TaskName =
  | "new"
  | "answer"
  | "inbox"
  | "pool"
  | "below"
  | "above"
  | "draft"
  | "outside"
  | "okrs"
  | "importsRefused"
  | "importsRunning"
  | "capacity"
  | "firstTribes"
  | "firstLeads"
  | "firstImport"
  | "unplanned";

export type Task = {
  name: TaskName;
  href: string;
  /** What the sentence counts; 1 where it names one thing. */
  count: number;
  /** The team, Tribe or Tribes concerned; "" where it concerns none. */
  where: string;
  quarter: Quarter;
};

export type TodayFacts = {
  quarter: Quarter;
  next: Quarter;
  /** Part of the quarter that is over, 0 to 1. */
  elapsed: number;
  /** PM of. */
  team: { id: string; name: string; fresh: number; toAnswer: number } | null;
  /** Lead of. */
  tribe: {
    code: string;
    name: string;
    pool: number;
    gauge: "none" | "below" | "within" | "above";
    isNextDraft: boolean;
    /** Teams without a capacity for the quarter. */
    unset: number;
  } | null;
  /** Null where the inbox is not this person's to sort. */
  inbox: number | null;
  /** CPO. */
  company: { outside: string[]; okrsBehind: number } | null;
  /** Product Ops. */
  imports: { refused: number; running: number } | null;
  /** Whoever sets the company up: how much of it is there. */
  start: {
    tribes: number;
    insights: number;
    /** Names of Tribes without a Lead PM, and of those none of whose teams has a capacity for the quarter. */
    unled: string[];
    unplanned: string[];
  } | null;
};

export function tasksOf(facts: TodayFacts): Task[] {
  return [
    ...startTasks(facts),
    ...teamTasks(facts),
    ...tribeTasks(facts),
    ...companyTasks(facts),
    ...commonTasks(facts),
  ];
}

function startTasks({ start, quarter }: TodayFacts): Task[] {
  if (!start) return [];
  const { tribes, insights, unled, unplanned } = start;
  const about = { where: "", quarter };
  const named = (names: string[]) => ({ where: names.join(", "), count: names.length, quarter });
  return counted([
    { ...about, name: "firstTribes", count: tribes === 0 ? 1 : 0, href: "/tribes" },
    { ...named(unled), name: "firstLeads", href: "/settings/people" },
    { ...about, name: "firstImport", count: insights === 0 ? 1 : 0, href: "/imports" },
    ...(insights === 0
      ? []
      : [{ ...named(unplanned), name: "unplanned" as const, href: `/roadmap/${quarter}` }]),
  ]);
}

function teamTasks({ team, quarter }: TodayFacts): Task[] {
  if (!team) return [];
  const { id, name: where, fresh, toAnswer } = team;
  const about = { where, quarter };
  return counted([
    { ...about, name: "new", count: fresh, href: listOf(freshFilter(id, quarter)) },
    { ...about, name: "answer", count: toAnswer, href: listOf(toAnswerFilter(id)) },
  ]);
}

function tribeTasks({ tribe, quarter, next, elapsed }: TodayFacts): Task[] {
  if (!tribe) return [];
  const about = { where: tribe.name, quarter };
  const query = `?tribe=${tribe.code}`;
  const pool = {
    ...about,
    name: "pool" as const,
    count: tribe.pool,
    href: `/distribution/${quarter}${query}`,
  };
  const outside = tribe.gauge === "below" || tribe.gauge === "above" ? tribe.gauge : null;
  const isDue = tribe.isNextDraft && elapsed >= 0.5;
  return counted([
    {
      ...about,
      name: "capacity",
      count: tribe.unset,
      href: `/roadmap/${quarter}${query}`,
    },
    pool,
    ...(outside
      ? [{ ...about, name: outside, count: 1, href: `/roadmap/${quarter}${query}` }]
      : []),
    ...(isDue
      ? [
          {
            ...about,
            quarter: next,
            name: "draft" as const,
            count: 1,
            href: `/roadmap/${next}${query}`,
          },
        ]
      : []),
  ]);
}

function companyTasks({ company, quarter }: TodayFacts): Task[] {
  if (!company) return [];
  const { outside, okrsBehind } = company;
  return counted([
    {
      name: "outside",
      count: outside.length,
      where: outside.join(", "),
      href: `/dashboards/${quarter}`,
      quarter,
    },
    { name: "okrs", count: okrsBehind, where: "", href: `/okrs/${quarter}`, quarter },
  ]);
}

function commonTasks({ inbox, imports, quarter }: TodayFacts): Task[] {
  const about = { where: "", quarter };
  return counted([
    {
      ...about,
      name: "importsRefused",
      count: imports?.refused ?? 0,
      href: "/imports",
    },
    { ...about, name: "importsRunning", count: imports?.running ?? 0, href: "/imports" },
    { ...about, name: "inbox", count: inbox ?? 0, href: "/insights" },
  ]);
}

/** Shared out to the team for the quarter, and nobody has said yet what it is about. */
export function freshFilter(teamId: string, quarter: Quarter) {
  return { state: "team", teamId, quarter, todo: "group" } as const;
}

export function toAnswerFilter(teamId: string) {
  return { state: "team", teamId, todo: "answer" } as const;
}

const listOf = (filter: Parameters<typeof addressOf>[0]) => `/insights?${addressOf(filter)}`;
const counted = (tasks: Task[]) => tasks.filter(({ count }) => count > 0);
