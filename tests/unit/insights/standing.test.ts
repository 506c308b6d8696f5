import { expect, test } from "vitest";
import { refusalToMove } from "#lib/insights/moving.ts";
import { isListed, type StandingFacts, standingOf } from "#lib/insights/standing.ts";

const today = "2026-11-16";
const fresh: StandingFacts = {
  mergedIntoId: null,
  answer: null,
  tribeId: null,
  teamId: null,
  snoozedUntil: null,
};

test.each([
  ["what nobody touched waits in the inbox", {}, "inbox"],
  ["until the day chosen it sleeps", { snoozedUntil: "2026-11-17" }, "snoozed"],
  ["on that day it is back", { snoozedUntil: "2026-11-16" }, "inbox"],
  ["with a Tribe and no team it waits for a team", { tribeId: "pla" }, "tribe"],
  ["once shared out a team has it", { tribeId: "pla", teamId: "dispatch" }, "team"],
  ["an answer closes it wherever it is", { tribeId: "pla", answer: "shipped" }, "answered"],
  ["an answer closes it in the inbox too", { answer: "exists" }, "answered"],
  [
    "merged, it stands where the other one does",
    { mergedIntoId: "x", answer: "shipped" },
    "merged",
  ],
] as const)("%s", (_, facts, standing) => {
  expect(standingOf({ ...fresh, ...facts }, today)).toBe(standing);
});

test("what is merged is in no list, what has a Tribe counts as assigned even when answered", () => {
  expect(isListed("all", { ...fresh, mergedIntoId: "x" }, today)).toBe(false);
  expect(isListed("assigned", { ...fresh, tribeId: "pla", answer: "planned" }, today)).toBe(true);
  expect(isListed("inbox", { ...fresh, tribeId: "pla" }, today)).toBe(false);
});

const inInbox = { number: 1, tribeId: null, tribeName: null };
const inPlanning = { number: 2, tribeId: "pla", tribeName: "Planning" };

test.each([
  ["from the inbox no reason is asked", [inInbox], { tribeId: "ter" }, undefined],
  ["leaving a Tribe asks for a reason", [inPlanning], { tribeId: "ter" }, "reason-needed-to-move"],
  ["a reason lets it go", [inPlanning], { tribeId: "ter", reason: "Mobile" }, undefined],
  ["where it is already nothing is asked", [inPlanning], { tribeId: "pla" }, undefined],
  [
    "who saw it in the inbox is told that somebody was faster",
    [inInbox, inPlanning],
    { tribeId: "ter", from: null },
    "insight-moved-meanwhile",
  ],
])("%s", (_, rows, asked, key) => {
  expect(refusalToMove(rows, asked)?.key).toBe(key);
});
