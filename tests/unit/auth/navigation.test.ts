import { describe, expect, it } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type HatCode, hatCodes } from "#lib/auth/hats.ts";
import { navigationOf } from "#lib/auth/navigation.ts";
import { isTurnOfQuarter } from "#lib/quarter.ts";

const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`), timeZone: "Europe/Paris" });
const midQuarter = on("2026-11-10");

const wearing = (...codes: HatCode[]): PersonActor => ({
  ...{ kind: "person", id: "p1", name: "Someone", language: "en", theme: "system" },
  ...{ singleKeys: true, region: null, sessionId: null },
  hats: codes.map((code) => ({ code, tribeId: "t", teamId: null, departmentId: null })),
});

describe("the navigation", () => {
  it.each<[HatCode, string]>([
    ["pm", "today inbox themes initiatives roadmap okrs"],
    ["lead-pm", "today inbox themes initiatives roadmap dashboards"],
    ["engineering-manager", "today inbox themes initiatives roadmap dashboards"],
    ["product-designer", "today themes initiatives roadmap okrs"],
    ["lead-product-designer", "today themes initiatives roadmap okrs"],
    ["developer", "today initiatives roadmap okrs"],
    ["qa", "today initiatives roadmap okrs"],
    ["cpo", "today dashboards roadmap okrs initiatives"],
    ["product-ops", "today catalogue inbox dashboards sources company"],
    ["sales", "today roadmap okrs"],
    ["support", "today roadmap okrs"],
    ["colleague", "today roadmap okrs"],
  ])("shows %s: %s", (code, entries) => {
    expect(navigationOf(wearing(code), midQuarter).join(" ")).toBe(entries);
  });

  it("shows a lead the distribution while a quarter turns", () => {
    expect(navigationOf(wearing("lead-pm"), on("2026-12-10"))[2]).toBe("distribution");
    expect(navigationOf(wearing("pm"), on("2026-12-10"))[2]).toBe("themes");
  });

  it.each(hatCodes)("shows %s six entries at most, Today first", (code) => {
    const entries = navigationOf(wearing(code, "product-ops"), midQuarter);
    expect(entries.length).toBeLessThanOrEqual(6);
    expect(entries[0]).toBe("today");
  });

  it("shows those of the first hat to somebody with several, and of none what all see", () => {
    expect(navigationOf(wearing("pm", "product-ops"), midQuarter)[1]).toBe("inbox");
    expect(navigationOf(wearing(), midQuarter)).toEqual(["today", "roadmap", "okrs"]);
  });
});

it.each([
  ["2026-10-01", true],
  ["2026-10-14", true],
  ["2026-10-15", false],
  ["2026-12-03", false],
  ["2026-12-04", true],
  ["2026-12-31", true],
])("on %s a quarter turns: %s", (day, turns) => {
  expect(isTurnOfQuarter(on(day))).toBe(turns);
});
