import { describe, expect, it } from "vitest";
import { countTopDown, rollingYear } from "#lib/roadmap/top-down-count.ts";

describe("the top-down count", () => {
  it("counts an initiative of two teams or two quarters once", () => {
    const planned = [
      { initiativeId: "invoice", origin: "top-down" },
      { initiativeId: "invoice", origin: "top-down" },
      { initiativeId: "tree", origin: "bottom-up" },
      { initiativeId: "tree", origin: "bottom-up" },
      { initiativeId: "search", origin: "bottom-up" },
    ] as const;
    expect(countTopDown(planned)).toEqual({ topDown: 1, all: 3 });
  });

  it("looks at four quarters, over the turn of the year", () => {
    expect(rollingYear("2027-Q2")).toEqual(["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"]);
  });
});
