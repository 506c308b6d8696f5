import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import { undoLast } from "#components/commands/command-queue.ts";
import { useDistribution } from "#components/distribution/use-distribution.ts";
import type { Distribution } from "#lib/distribution/views.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";
import { calm, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";

const browser = useBrowser();
beforeEach(() => signIn(browser.person));

const rounds = {
  id: "rounds",
  number: 1,
  title: "Rounds",
  kind: "problem" as const,
  saidAt: "2026-10-01T00:00:00.000Z",
  theme: null,
  teamId: null,
  carriedFrom: null,
  customerIds: [],
};
const dispatchTeam = { id: "t1", name: "Dispatch", specialities: [], pm: null, capacity: null };
const distribution: Distribution = {
  quarter: "2026-Q4",
  tribe: { id: "pla", code: "PLA", name: "Planning", position: 1 },
  tribes: [],
  teams: [dispatchTeam],
  insights: [rounds],
  isCut: false,
  money: {},
  mayShareOut: true,
  ownTeamId: null,
  isOver: false,
};

function showPool() {
  const hook = showHook(useDistribution, distribution);
  return {
    give: () => act(() => hook.now().acts.giveTo(hook.now().hand.entries, dispatchTeam)),
    undo: () => act(() => void undoLast()),
    team: () => hook.now().hand.entries[0]?.teamId,
  };
}

test("what is given to a team is there at once, and back in the pool when it is refused", async () => {
  browser.server.refuses = ["insight.share-out"];
  const pool = showPool();
  pool.give();
  expect(pool.team()).toBe("t1");
  await act(calm);
  expect(pool.team()).toBeNull();
  expect(told()).toEqual(["refused"]);
});

test("an undo that the server refuses leaves it with its team", async () => {
  const pool = showPool();
  pool.give();
  await act(calm);
  browser.server.refuses = ["undo"];
  pool.undo();
  expect(pool.team()).toBeNull();
  await act(calm);
  expect(pool.team()).toBe("t1");
});
