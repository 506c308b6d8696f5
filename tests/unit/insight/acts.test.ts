import { describe, expect, test } from "vitest";
import { actPermissions, actsOn, type May } from "#components/insight/acts/acts.ts";

const TODAY = "2026-11-30";
const inbox = { tribeId: null, answer: null, snoozedUntil: null };
const given = { ...inbox, tribeId: "pla" };
const answered = { ...given, answer: "planned" as const };
const snoozed = { ...inbox, snoozedUntil: "2026-12-15" };
const back = { ...inbox, snoozedUntil: TODAY };

const offered = (facts: Parameters<typeof actsOn>[0], may: May = actPermissions) =>
  actsOn(facts, may, TODAY).map(({ name }) => name);
const always = ["give", "theme", "answer", "merge"];
const ofOne = ["split", "editTitle", "setKind"];

describe("what is offered of an insight", () => {
  test.each([
    ["to be sorted", inbox, [...always, "snooze", "decline", ...ofOne]],
    ["that a Tribe has", given, [...always, "decline", "return", ...ofOne]],
    ["that has its answer", answered, [...always, "decline", "return", "reopen", ...ofOne]],
    ["that sleeps", snoozed, [...always, "snooze", "decline", "wake", ...ofOne]],
    ["that is back from its sleep", back, [...always, "snooze", "decline", ...ofOne]],
    ["that was merged into another", { ...given, isMerged: true }, ["part"]],
  ])("%s", (_, facts, acts) => {
    expect(offered([facts])).toEqual(acts);
  });

  test("of several only what all of them can bear, and nothing that is of one alone", () => {
    expect(offered([inbox, given])).toEqual([...always, "decline", "setKind"]);
  });

  test("of none, nothing", () => {
    expect(offered([])).toEqual([]);
  });

  test("only what this person may do", () => {
    expect(offered([inbox], [])).toEqual([]);
    expect(offered([inbox], ["theme:edit"])).toEqual(["theme"]);
    expect(offered([answered], ["insight:answer"])).toEqual(["answer", "decline", "reopen"]);
  });
});
