import { describe, expect, it } from "vitest";
import { quarterBounds, quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { sampleOkrs } from "#prisma/sample/okrs.ts";
import { sampleDepartments, sampleMembers, sampleTribes } from "#prisma/sample/organisation.ts";
import { paris } from "#tests/support/in-paris.ts";

const days = ["2026-11-22T09:00:00Z", "2027-01-01T08:00:00Z", "2027-08-31T18:00:00Z"];

describe.each(days)("the sample company's OKRs on %s", (day) => {
  const today = new Date(day);
  const okrs = sampleOkrs(today);

  it("show three levels in every quarter but the draft, whose individuals come last", () => {
    for (const quarter of [-2, -1, 0]) {
      const levels = new Set(okrs.filter((one) => one.quarter === quarter).map((one) => one.level));
      expect(levels).toEqual(new Set(["company", "department", "individual"]));
    }
    expect(okrs.some(({ quarter }) => quarter === 1)).toBe(true);
  });

  it("are checked in inside their quarter, up to today, and end on the value that holds", () => {
    for (const { quarter, keyResults } of okrs) {
      const { first, after } = quarterBounds(shiftQuarter(quarterOf(today, paris), quarter));
      for (const { checkIns, now } of keyResults) {
        if (quarter === 1) expect(checkIns).toEqual([]);
        else expect(checkIns.at(-1)?.value).toBe(now);
        for (const { at, confidence } of checkIns) {
          expect(at.getTime()).toBeLessThanOrEqual(today.getTime());
          expect(at.toISOString() >= first && at.toISOString() < after).toBe(true);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(10);
        }
      }
    }
  });

  it("belong to known people, Tribes and departments, and align with earlier ones of their quarter", () => {
    const names = new Set(sampleMembers.map(({ name }) => name));
    const places = new Set([...sampleTribes, ...sampleDepartments].map(({ code }) => code));
    const crafts = ["engineering", "data", "product-management", "qa", "design"];
    for (const [index, { heldBy, owner, parent, quarter, agreedWith }] of okrs.entries()) {
      expect(names).toContain(heldBy);
      if (agreedWith !== null) expect(names).toContain(agreedWith);
      if (owner.type === "person") expect(names).toContain(owner.name);
      if (owner.type === "craft") expect(crafts).toContain(owner.code);
      if (owner.type === "tribe" || owner.type === "department")
        expect(places).toContain(owner.code);
      if (parent === null) continue;
      const above = okrs.slice(0, index).find(({ code }) => code === parent);
      expect(above?.quarter).toBe(quarter);
    }
  });

  it("point the way they say", () => {
    for (const { direction, start, target } of okrs.flatMap(({ keyResults }) => keyResults)) {
      if (direction === "more") expect(target).toBeGreaterThan(start);
      if (direction === "less") expect(target).toBeLessThan(start);
    }
  });
});
