import { describe, expect, it } from "vitest";
import { dayAfterWeekTwo, isWeekTwoOver } from "#lib/roadmap/week-two.ts";

describe("A quarter's second week", () => {
  it("ends with the fourteenth day", () => {
    expect(dayAfterWeekTwo("2026-Q4")).toBe("2026-10-15");
    expect(dayAfterWeekTwo("2027-Q1")).toBe("2027-01-15");
  });

  it("ends at midnight of the company's own calendar", () => {
    const instant = new Date("2026-10-14T22:30:00Z");
    expect(isWeekTwoOver("2026-Q4", { now: instant, timeZone: "Europe/Paris" })).toBe(true);
    expect(isWeekTwoOver("2026-Q4", { now: instant, timeZone: "Europe/London" })).toBe(false);
  });
});
