import { describe, expect, it } from "vitest";
import { linesWith, listSources, readSource } from "./sources.ts";

// A company's days are its own: not the server's, not the browser's, not Paris's.

const all = listSources(["app", "components", "lib", "prisma"], /\.tsx?$/);

/** Each call of one of these functions, whole: brackets inside one another count. */
function callsOf(name: RegExp): string[] {
  const given = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/.source;
  return all.flatMap((path) =>
    [...readSource(path).matchAll(new RegExp(`(?:${name.source})${given}`, "g"))].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
}

describe("no day is anybody's but the company's", () => {
  it("since a rule, a read and a command are given the zone, without a default", () => {
    const defaults = linesWith(all, /defaultTimeZone|(\btimeZone|: Moment) = [^=]/);
    expect(defaults.filter((line) => !/: const timeZone = /.test(line))).toEqual([]);
  });

  it("since rules, reads and writes do not look at the clock", () => {
    const clockless = all.filter((path) => /^lib\/[\w-]+\//.test(path));
    expect(clockless.length).toBeGreaterThan(100);
    expect(linesWith(clockless, /from "#lib\/clock\.ts"/).filter(isNoEdge)).toEqual([]);
  });

  it("since what formats an instant names a zone", () => {
    const calls = callsOf(/Intl\.DateTimeFormat|\.toLocale(?:Date|Time)?String/);
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.filter((call) => !call.includes("timeZone"))).toEqual([]);
  });

  it("since nothing reads a day off the machine's own clock", () => {
    const local = /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(/;
    expect(linesWith(all, local)).toEqual([]);
    expect(linesWith(all, /new Date\([^()`]*,/)).toEqual([]);
  });

  it("since a day that is shown is read in the zone in which it was made an instant", () => {
    const days = callsOf(/format\.dateTime/).filter((call) => call.includes("T12:00:00Z"));
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((call) => !call.includes('timeZone: "UTC"'))).toEqual([]);
  });

  it("since now is asked of the clock alone", () => {
    const others = all.filter((path) => path !== "lib/clock.ts" && !path.startsWith("components/"));
    expect(linesWith(others, /new Date\(\)|Date\.now\(\)/)).toEqual([]);
  });
});

/** Where a request, a job or a command begins, who carries on with a clock of their own after it, and who waits for a server. */
function isNoEdge(line: string): boolean {
  return !/^lib\/(cli|jobs|i18n)\/|\/(actions|[\w-]+-action)\.ts: |^lib\/(auth\/(session|options)|live\/stream|operations\/write|desks\/jira\/open-jira)\.ts: /.test(
    line,
  );
}
