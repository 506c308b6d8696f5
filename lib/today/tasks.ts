import { addressOf } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";
import type { Task, TodayFacts } from "#lib/today/facts.ts";

// What needs a person today, by the hats they wear. Each line opens the very rows it counts. "To answer" is what has
// no answer although an initiative of its theme is in a committed quarter: there is something to tell. A quarter's
// draft is asked for from the middle of the quarter before. A company's own start goes by steps, up to its first quarter.

/** A line as its hat says it: what is left out concerns nowhere, counts one thing, this quarter. */
type Line = Pick<Task, "name" | "href"> & Partial<Task>;

export function tasksOf(facts: TodayFacts): Task[] {
  const { quarter } = facts;
  return [
    ...startLines(facts),
    ...opsLines(facts),
    ...teamLines(facts),
    ...craftLines(facts),
    ...tribeLines(facts),
    ...companyLines(facts),
    ...inboxLines(facts),
  ]
    .map((line) => ({ where: "", count: 1, days: 0, about: null, quarter, ...line }))
    .filter(({ count }) => count > 0);
}

function startLines({ start, quarter }: TodayFacts): Line[] {
  if (!start) return [];
  const { tribes, insights, unled, unplanned } = start;
  return [
    { name: "firstTribes", count: tribes === 0 ? 1 : 0, href: "/tribes" },
    { name: "firstLeads", ...named(unled), href: "/settings/people" },
    { name: "firstImport", count: insights === 0 ? 1 : 0, href: "/imports" },
    {
      name: "unplanned",
      ...named(insights === 0 ? [] : unplanned),
      href: `/roadmap/${quarter}`,
    },
  ];
}

/** What comes in, and what keeps it from coming in. */
function opsLines({ backups, messages, desks, imports, inboxAge }: TodayFacts): Line[] {
  const state = "/settings/company/state";
  return [
    { name: "backup", count: backups?.isOld ? 1 : 0, days: backups?.days ?? 0, href: state },
    { name: "backupDamaged", count: backups?.isDamaged ? 1 : 0, href: state },
    { name: "messages", count: messages ?? 0, href: `${state}/messages?show=failed` },
    { name: "desks", ...named(desks?.ailing ?? []), href: "/settings/sources" },
    { name: "aside", count: desks?.aside ?? 0, href: "/settings/sources" },
    { name: "importsRefused", count: imports?.refused ?? 0, href: "/imports?only=refused" },
    { name: "importsRunning", count: imports?.running ?? 0, href: "/imports?only=running" },
    { name: "inboxAge", count: 0, ...inboxAge, href: listOf({ sort: "said", direction: "asc" }) },
  ];
}

function teamLines({ team, quarter }: TodayFacts): Line[] {
  if (!team) return [];
  const { id, name: where, fresh, toAnswer } = team;
  return [
    { name: "new", where, about: id, count: fresh, href: listOf(freshFilter(id, quarter)) },
    { name: "answer", where, about: id, count: toAnswer, href: listOf(toAnswerFilter(id)) },
  ];
}

function craftLines({ bugs, voices }: TodayFacts): Line[] {
  return [
    { name: "bugs", count: 0, ...bugs, href: listOf({ ...bugsFilter, direction: "asc" }) },
    {
      name: "voices",
      where: voices?.name ?? "",
      count: voices?.count ?? 0,
      href: listOf(voicesFilter(voices?.code ?? "")),
    },
  ];
}

function tribeLines({ tribe, quarter, next, elapsed }: TodayFacts): Line[] {
  if (!tribe) return [];
  const { name: where, unset, pool, gauge, isNextDraft } = tribe;
  const query = `?tribe=${tribe.code}`;
  const now = `/roadmap/${quarter}${query}`;
  const isOutside = gauge === "below" || gauge === "above";
  const isDue = isNextDraft && elapsed >= 0.5;
  return [
    { name: "capacity", where, count: unset, href: now },
    { name: "pool", where, count: pool, href: `/distribution/${quarter}${query}` },
    ...(isOutside ? [{ name: gauge, where, href: now }] : []),
    ...(isDue
      ? [{ name: "draft" as const, where, quarter: next, href: `/roadmap/${next}${query}` }]
      : []),
  ];
}

function companyLines({ company, unchecked, quarter }: TodayFacts): Line[] {
  const okrs = `/okrs/${quarter}?only`;
  return [
    {
      name: "outside",
      ...named(company?.outside ?? []),
      href: `/dashboards/${quarter}?only=outside`,
    },
    { name: "okrs", count: company?.okrsBehind ?? 0, href: `${okrs}=behind` },
    { name: "unchecked", count: unchecked ?? 0, href: `${okrs}=unchecked` },
  ];
}

/** The inbox is whose week it is; everybody's where nobody holds the duty. */
function inboxLines({ inbox, duty }: TodayFacts): Line[] {
  if (duty && !duty.isOwn) return [];
  const count = inbox ?? 0;
  if (!duty) return [{ name: "inbox", count, href: "/insights" }];
  const { placing } = duty;
  return [{ name: placing ? "unsure" : "duty", count, href: listOf({ placing }) }];
}

/** Shared out to the team for the quarter, and nobody has said yet what it is about. */
export function freshFilter(teamId: string, quarter: Quarter) {
  return { state: "team", teamId, quarter, todo: "group" } as const;
}

export function toAnswerFilter(teamId: string) {
  return { state: "team", teamId, todo: "answer" } as const;
}

export const bugsFilter = { state: "inbox", kind: ["bug"] } satisfies Filter;

export function voicesFilter(tribeCode: string) {
  return { state: "assigned", tribe: [tribeCode], age: "7" } satisfies Filter;
}

type Filter = Parameters<typeof addressOf>[0];

function listOf(filter: Filter): string {
  const query = addressOf(filter);
  return query ? `/insights?${query}` : "/insights";
}

const named = (names: readonly string[]) => ({ where: names.join(", "), count: names.length });
