import { describe, expect, it, test } from "vitest";
import { type Counted, waitOf, wrongOf } from "#lib/auth/tries.ts";

const lastAt = new Date("2026-11-16T09:00:00Z");
const after = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000);

describe("The next try waits", () => {
  it.each<[Counted, wrong: number, seconds: number]>([
    ["account", 0, 0],
    ["account", 4, 0],
    ["account", 5, 5],
    ["account", 6, 10],
    ["account", 9, 80],
    ["account", 40, 900],
    ["address", 19, 0],
    ["address", 20, 1],
    ["address", 24, 16],
    ["address", 200, 60],
    ["browser", 9, 0],
    ["browser", 10, 5],
    ["browser", 100, 60],
  ])("of one %s after %i wrong ones: %i s", (counted, wrong, seconds) => {
    expect(waitOf({ wrong, lastAt }, counted, lastAt)).toBe(seconds);
  });

  it("less, the longer ago the last one was", () => {
    expect(waitOf({ wrong: 6, lastAt }, "account", after(4))).toBe(6);
    expect(waitOf({ wrong: 6, lastAt }, "account", after(10))).toBe(0);
  });
});

describe("A wrong try is forgotten", () => {
  test.each<[Counted, seconds: number, left: number]>([
    ["account", 899, 6],
    ["account", 900, 5],
    ["account", 5400, 0],
    ["address", 30, 5],
    ["browser", 180, 3],
    ["account", 1e9, 0],
  ])("of one %s: of six, %i s later", (counted, seconds, left) => {
    expect(wrongOf({ wrong: 6, lastAt }, counted, after(seconds))).toBe(left);
  });

  it("never before it was made, whatever the clocks of two servers say", () => {
    expect(wrongOf({ wrong: 6, lastAt }, "account", after(-3600))).toBe(6);
  });
});
