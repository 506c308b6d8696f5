import { describe, expect, it } from "vitest";
import type { TodayFacts } from "#lib/today/facts.ts";
import { tasksOf } from "#lib/today/tasks.ts";

const nothing: TodayFacts = {
  quarter: "2026-Q4",
  next: "2027-Q1",
  elapsed: 0.6,
  team: null,
  tribe: null,
  inbox: null,
  duty: null,
  bugs: null,
  voices: null,
  company: null,
  unchecked: null,
  imports: null,
  desks: null,
  backups: null,
  messages: null,
  inboxAge: null,
  start: null,
};
const planning = {
  code: "PLA",
  name: "Planning",
  pool: 0,
  gauge: "within",
  isNextDraft: true,
  unset: 0,
} as const;
const started = { tribes: 1, insights: 1, unled: [], unplanned: [] };
const names = (facts: Partial<TodayFacts>) =>
  tasksOf({ ...nothing, ...facts }).map(({ name }) => name);

describe("what waits today", () => {
  it("is nothing for whom nothing waits", () => {
    expect(tasksOf(nothing)).toEqual([]);
    expect(names({ inbox: 0, imports: { refused: 0, running: 0 } })).toEqual([]);
  });

  it("tells of backups that are old, or can't be brought back", () => {
    const backups = { isOld: false, days: 1, isDamaged: false };
    expect(names({ backups })).toEqual([]);
    const href = "/settings/company/state";
    expect(
      tasksOf({ ...nothing, backups: { isOld: true, days: 3, isDamaged: true } }),
    ).toMatchObject([
      { name: "backup", count: 1, days: 3, href },
      { name: "backupDamaged", count: 1, href },
    ]);
  });

  it("tells of messages that did not leave", () => {
    expect(names({ messages: 0 })).toEqual([]);
    expect(tasksOf({ ...nothing, messages: 2 })).toMatchObject([
      { name: "messages", count: 2, href: "/settings/company/state/messages?show=failed" },
    ]);
  });

  it("leads whoever sets the company up to its Tribes, its leads, its first import and its first quarter", () => {
    expect(tasksOf({ ...nothing, start: { ...started, tribes: 0, insights: 0 } })).toMatchObject([
      { name: "firstTribes", href: "/tribes" },
      { name: "firstImport", href: "/imports" },
    ]);
    const unplanned = ["Planning"];
    expect(names({ start: { ...started, insights: 0, unplanned } })).toEqual(["firstImport"]);
    expect(
      tasksOf({ ...nothing, start: { ...started, unled: ["Planning", "Terrain"], unplanned } }),
    ).toMatchObject([
      { name: "firstLeads", count: 2, where: "Planning, Terrain", href: "/settings/people" },
      { name: "unplanned", count: 1, where: "Planning", href: "/roadmap/2026-Q4" },
    ]);
    expect(names({ start: started })).toEqual([]);
  });

  it("asks a lead for the capacity of each team", () => {
    const tribe = { ...planning, isNextDraft: false, unset: 2 };
    expect(tasksOf({ ...nothing, tribe })).toMatchObject([
      { name: "capacity", count: 2, href: "/roadmap/2026-Q4?tribe=PLA" },
    ]);
  });

  it("opens a PM's own rows by address", () => {
    const team = { id: "t1", name: "Dispatch", fresh: 3, toAnswer: 2 };
    expect(tasksOf({ ...nothing, team, inbox: 48 })).toMatchObject([
      { name: "new", count: 3, href: "/insights?state=team&team=t1&quarter=2026-Q4&todo=group" },
      { name: "answer", count: 2, href: "/insights?state=team&team=t1&todo=answer" },
      { name: "inbox", count: 48, href: "/insights" },
    ]);
  });

  it("tells a lead of the pool, of a share outside its band and of the draft that is due", () => {
    const tribe = { ...planning, pool: 38, gauge: "below" as const };
    expect(tasksOf({ ...nothing, tribe })).toMatchObject([
      { name: "pool", count: 38, href: "/distribution/2026-Q4?tribe=PLA" },
      { name: "below", href: "/roadmap/2026-Q4?tribe=PLA" },
      { name: "draft", quarter: "2027-Q1", href: "/roadmap/2027-Q1?tribe=PLA" },
    ]);
  });

  it("asks for the next quarter from the middle of this one, while it is a draft", () => {
    expect(names({ tribe: planning, elapsed: 0.4 })).toEqual([]);
    expect(names({ tribe: planning, elapsed: 0.5 })).toEqual(["draft"]);
    expect(names({ tribe: { ...planning, isNextDraft: false } })).toEqual([]);
  });

  it("tells the CPO of Tribes outside their band and of objectives behind", () => {
    const company = { outside: ["Planning", "Terrain"], okrsBehind: 1 };
    expect(tasksOf({ ...nothing, company })).toMatchObject([
      { name: "outside", count: 2, where: "Planning, Terrain" },
      { name: "okrs", count: 1 },
    ]);
  });

  it("leads QA to the bugs that nobody has, the oldest first", () => {
    expect(tasksOf({ ...nothing, bugs: { count: 21, days: 12 } })).toMatchObject([
      { name: "bugs", count: 21, days: 12, href: "/insights?kind=bug&sort=said" },
    ]);
    expect(names({ bugs: { count: 0, days: 0 } })).toEqual([]);
  });

  it("tells who designs for a Tribe what it was told this week", () => {
    const voices = { code: "PLA", name: "Planning", count: 4 };
    expect(tasksOf({ ...nothing, voices })).toMatchObject([
      {
        name: "voices",
        count: 4,
        where: "Planning",
        href: "/insights?state=assigned&tribe=PLA&age=7",
      },
    ]);
  });

  it("asks the inbox of whose week it is, and of nobody else", () => {
    expect(
      tasksOf({ ...nothing, inbox: 48, duty: { name: "Camille", isOwn: true, placing: null } }),
    ).toMatchObject([{ name: "duty", count: 48, href: "/insights" }]);
    const own = { name: "Camille", isOwn: true, placing: "unsure" } as const;
    expect(tasksOf({ ...nothing, inbox: 7, duty: own })).toMatchObject([
      { name: "unsure", count: 7, href: "/insights?placing=unsure" },
    ]);
    expect(names({ inbox: 48, duty: { name: "Camille", isOwn: false, placing: null } })).toEqual(
      [],
    );
  });

  it("tells Product Ops what is not heard, what was put aside, and for how long the inbox waits", () => {
    const desks = { ailing: ["Support", "Ventes"], aside: 1 };
    expect(tasksOf({ ...nothing, desks, inboxAge: { count: 50, days: 9 } })).toMatchObject([
      { name: "desks", count: 2, where: "Support, Ventes", href: "/settings/sources" },
      { name: "aside", count: 1, href: "/settings/sources" },
      { name: "inboxAge", count: 50, days: 9, href: "/insights?sort=said" },
    ]);
  });

  it("asks executives for the company's check-ins", () => {
    expect(tasksOf({ ...nothing, unchecked: 3 })).toMatchObject([
      { name: "unchecked", count: 3, href: "/okrs/2026-Q4?only=unchecked" },
    ]);
  });
});
