import { describe, expect, it } from "vitest";
import { countingJqlOf, isSteady, jqlOf } from "#lib/desks/jira/jql.ts";

const all = { projects: [], issueTypes: [], jql: null };
const since = new Date("2026-07-03T08:12:59.900Z");

describe("what is asked of Jira", () => {
  it.each([
    [{ ...all, projects: ["SAV"] }, 'project in ("SAV")'],
    [
      { ...all, projects: ["SAV", "X"], issueTypes: ["Bug"] },
      'project in ("SAV", "X") AND issuetype in ("Bug")',
    ],
    [{ ...all, jql: "labels = a OR labels = b" }, "(labels = a OR labels = b)"],
    [{ ...all, jql: "labels = a order by created desc" }, "(labels = a)"],
    [{ ...all, jql: 'summary ~ "order by (me"' }, '(summary ~ "order by (me")'],
    [{ ...all, jql: "reorder = 1" }, "(reorder = 1)"],
    [{ ...all, issueTypes: ['Say "hi"\\'] }, 'issuetype in ("Say \\"hi\\"\\\\")'],
  ])("of %o is %s", (query, jql) => {
    expect(countingJqlOf(query)).toBe(jql);
    expect(jqlOf(query, null, "UTC")).toBe(`${jql} ORDER BY updated ASC, key ASC`);
  });

  it.each([
    ["Europe/Paris", "2026-07-03 10:12"],
    ["America/Los_Angeles", "2026-07-03 01:12"],
    ["Asia/Kathmandu", "2026-07-03 13:57"],
    ["Nowhere/Land", "2026-07-03 08:12"],
  ])("says since when in the zone %s of the person asked for", (zone, wall) => {
    expect(jqlOf({ ...all, projects: ["A"] }, since, zone)).toContain(`updated >= "${wall}"`);
  });

  it("goes back to before the clocks are changed, where one time is two", () => {
    const doubled = new Date("2026-10-25T01:30:00Z");
    expect(isSteady(doubled, "Europe/Paris")).toBe(false);
    expect(jqlOf({ ...all, projects: ["A"] }, doubled, "Europe/Paris")).toContain(
      '"2026-10-24 23:30"',
    );
    expect(isSteady(since, "Europe/Paris")).toBe(true);
  });

  it.each(["", "  ", "ORDER BY created"])("is never everything: %s", (jql) => {
    expect(() => countingJqlOf({ ...all, jql })).toThrow("jiraErrors.unbounded");
  });

  it.each(["a = 1) OR (b = 2", "a = 1)", "(a = 1", 'a = "1'])(
    "cannot be widened by brackets: %s",
    (jql) => {
      expect(() => countingJqlOf({ ...all, projects: ["A"], jql })).toThrow(
        "jiraErrors.query-brackets",
      );
    },
  );
});
