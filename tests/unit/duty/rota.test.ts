import { describe, expect, it } from "vitest";
import { fridayOf, holderOf, mondayOf, mondaysFrom, planned } from "#lib/duty/rota.ts";

describe("a week of duty", () => {
  it.each([
    ["a Monday", "2026-11-30", "2026-11-30"],
    ["a Wednesday", "2026-12-02", "2026-11-30"],
    ["a Sunday", "2026-12-06", "2026-11-30"],
    ["the first of a year", "2027-01-01", "2026-12-28"],
    ["a day before 1970", "1969-12-31", "1969-12-29"],
  ])("of %s begins on its Monday", (_, day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it("ends on its Friday, in the next year too", () => {
    expect(fridayOf("2026-12-28")).toBe("2027-01-01");
  });

  it("is followed by the next ones, over the change of clocks", () => {
    expect(mondaysFrom("2026-10-22", 3)).toEqual(["2026-10-19", "2026-10-26", "2026-11-02"]);
  });

  it("has a holder on each of its days, and none where it is nobody's", () => {
    const weeks = [
      { week: "2026-11-30", holder: "Louis" },
      { week: "2026-12-07", holder: null },
    ];
    expect(holderOf(weeks, "2026-12-06")).toBe("Louis");
    expect(holderOf(weeks, "2026-12-07")).toBeNull();
    expect(holderOf(weeks, "2026-12-14")).toBeNull();
  });
});

describe("planning", () => {
  const weeks = ["2026-11-30", "2026-12-07", "2026-12-14"];

  it("gives each a turn, then begins again", () => {
    expect(planned(weeks, ["camille", "louis"], []).map(({ personId }) => personId)).toEqual([
      "camille",
      "louis",
      "camille",
    ]);
  });

  it("goes on from whose turn is the longest ago; a newcomer comes first", () => {
    const held = [
      { week: "2026-11-16", personId: "louis" },
      { week: "2026-11-23", personId: "camille" },
    ];
    expect(planned(weeks, ["camille", "louis", "nadia"], held)).toEqual([
      { week: "2026-11-30", personId: "nadia" },
      { week: "2026-12-07", personId: "louis" },
      { week: "2026-12-14", personId: "camille" },
    ]);
  });

  it("leaves what is planned, a week of holidays too", () => {
    const held = [
      { week: "2026-11-30", personId: "louis" },
      { week: "2026-12-07", personId: null },
    ];
    expect(planned(weeks, ["camille", "louis"], held)).toEqual([
      { week: "2026-12-14", personId: "camille" },
    ]);
  });

  it("gives on the weeks of who no longer sorts, not those that are over", () => {
    const held = [
      { week: "2026-11-23", personId: "gone" },
      { week: "2026-11-30", personId: "gone" },
      { week: "2026-12-07", personId: "louis" },
      { week: "2026-12-14", personId: "camille" },
    ];
    expect(planned(weeks, ["camille", "louis"], held)).toEqual([
      { week: "2026-11-30", personId: "camille" },
    ]);
  });

  it("gives nothing where nobody sorts", () => {
    expect(planned(weeks, [], [])).toEqual([]);
  });
});
