import { describe, expect, it } from "vitest";
import { type TodayFacts, tasksOf } from "#lib/today/tasks.ts";

const nothing: TodayFacts = {
  quarter: "2026-Q4",
  next: "2027-Q1",
  elapsed: 0.6,
  team: null,
  tribe: null,
  inbox: null,
  company: null,
  imports: null,
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
});
