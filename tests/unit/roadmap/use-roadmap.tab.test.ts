import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { undoLast } from "#components/commands/command-queue.ts";
import { followNews } from "#components/live/follow-news.ts";
import { type RoadmapActions, useRoadmap } from "#components/roadmap/use-roadmap.ts";
import { cardOf, lanesOf } from "#lib/roadmap/board.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";
import { FakeEventSource } from "#tests/support/browser/event-source.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";
import { calm, later, signIn, told, useBrowser } from "#tests/support/browser/tabs.ts";
import { card, planningWith, read, waiting } from "#tests/unit/roadmap/planning.ts";

const browser = useBrowser();
let gaps = 0;
let leave: (() => void)[] = [];
beforeEach(() => {
  gaps = 0;
  vi.stubGlobal("EventSource", FakeEventSource);
  signIn(browser.person);
  leave = [followNews({ onNews: () => {}, onGap: () => (gaps += 1) })];
});
afterEach(() => {
  for (const one of leave) one();
});

function showRoadmap(first: Roadmap) {
  const hook = showHook(useRoadmap, first);
  leave.push(hook.leave);
  return {
    do: (what: (actions: RoadmapActions) => void) => act(() => what(hook.now().actions)),
    undo: () => act(() => void undoLast()),
    arrives: hook.show,
    board: () => read(hook.now().board),
    card: (id: string) => cardOf(hook.now().board, id)?.card,
    now: () => hook.now().board,
    refreshed: hook.refreshed,
  };
}
const a = card("a");
const b = card("b");
const sent = () => browser.server.acts.map(({ name, input }) => ({ name, input }));
const answered = () => act(calm);
const move = (actions: RoadmapActions) => actions.move("a", { teamId: "rounds", index: 0 });

describe("what is done shows at once, is told, and is sent", () => {
  test("a card moved, behind the card it stands behind", async () => {
    const roadmap = showRoadmap(planningWith([a, b], [card("c")]));
    roadmap.do((actions) => actions.move("a", { teamId: "rounds", index: 1 }));
    expect(roadmap.board()).toBe("b | c a ~");
    expect(told()).toEqual(["“a” moved to Rounds"]);
    await answered();
    const input = { itemId: "a", teamId: "rounds", afterItemId: "c", version: 1 };
    expect(sent()).toEqual([{ name: "roadmap.move", input }]);
  });

  test("an initiative placed, under the id that the server then knows it by", async () => {
    const roadmap = showRoadmap(planningWith([a], [], [waiting("d")]));
    let id = "";
    const hold = { subject: waiting("d"), effortHalfMonths: 3 };
    roadmap.do((actions) => (id = actions.place(hold, { teamId: "dispatch", index: 1 })));
    expect(roadmap.board()).toBe(`a ${id} | ~`);
    await answered();
    expect(sent()[0]?.input).toMatchObject({ itemId: id, initiativeId: "i-d", afterItemId: "a" });
  });

  test("an effort changed, and none below half a month nor one that stays", async () => {
    const roadmap = showRoadmap(planningWith([a]));
    roadmap.do((actions) => actions.resize("a", 0));
    roadmap.do((actions) => actions.resize("a", 4));
    roadmap.do((actions) => actions.resize("a", 5));
    expect(roadmap.card("a")?.effortHalfMonths).toBe(5);
    await answered();
    expect(sent()).toHaveLength(1);
  });

  test("several acts on one card, each on what the one before made of it", async () => {
    const roadmap = showRoadmap(planningWith([a]));
    roadmap.do((actions) => actions.resize("a", 5));
    roadmap.do((actions) => actions.resize("a", 6));
    roadmap.do(move);
    await answered();
    expect(sent().map(({ input }) => input)).toMatchObject([
      { version: 1 },
      { version: 2 },
      { version: 3 },
    ]);
  });

  test("a capacity and a band", async () => {
    const roadmap = showRoadmap(planningWith([a]));
    roadmap.do((actions) => actions.setCapacity("dispatch", 30, 4));
    roadmap.do((actions) => actions.setBand("planning", { low: 10, high: 20 }));
    expect(lanesOf(roadmap.now())[0]).toMatchObject({
      capacityHalfMonths: 30,
      reserveHalfMonths: 4,
    });
    expect(roadmap.now().tribes[0]?.band).toEqual({ low: 10, high: 20 });
    await answered();
    expect(sent().map(({ name }) => name)).toEqual(["capacity.set", "band.set"]);
  });

  test("a quarter committed, which the page then shows as the server does", async () => {
    const roadmap = showRoadmap(planningWith([a]));
    roadmap.do((actions) => actions.setQuarter("planning", "commit"));
    expect(roadmap.refreshed()).toBe(0);
    await answered();
    expect(roadmap.refreshed()).toBe(1);
  });
});

describe("taken back", () => {
  test.each<[string, (actions: RoadmapActions) => void]>([
    ["a move", move],
    ["a card taken out", (actions) => actions.takeOut("a")],
    ["an effort", (actions) => actions.resize("a", 9)],
    ["a capacity", (actions) => actions.setCapacity("dispatch", 30, 4)],
    [
      "a place",
      (actions) =>
        actions.place(
          { subject: waiting("d"), effortHalfMonths: 3 },
          { teamId: "rounds", index: 0 },
        ),
    ],
  ])(
    "%s leaves the board as it was, and the next act is on what the server has",
    async (_, what) => {
      const roadmap = showRoadmap(planningWith([a, b], [], [waiting("d")]));
      const lanesBefore = lanesOf(roadmap.now()).map(
        ({ capacityHalfMonths }) => capacityHalfMonths,
      );
      roadmap.do(what);
      roadmap.undo();
      expect(roadmap.board()).toBe("a b | ~ d");
      expect(roadmap.card("a")?.effortHalfMonths).toBe(4);
      expect(lanesOf(roadmap.now()).map((lane) => lane.capacityHalfMonths)).toEqual(lanesBefore);
      expect(roadmap.now().tray[0]?.leftHalfMonths).toBe(3);
      await answered();
      expect(
        sent()
          .map(({ name }) => name)
          .at(-1),
      ).toBe("undo");
    },
  );

  test("a move and its undo are two writes: the card comes back two versions later", () => {
    const roadmap = showRoadmap(planningWith([a]));
    roadmap.do(move);
    roadmap.undo();
    expect(roadmap.card("a")?.version).toBe(3);
  });

  test("what the server keeps is shown again, and the page asks what happened", async () => {
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    await answered();
    browser.server.refuses = ["undo"];
    roadmap.undo();
    expect(roadmap.board()).toBe("a b | ~");
    await answered();
    expect([roadmap.board(), gaps]).toEqual(["b | a ~", 1]);
  });
});

describe("refused", () => {
  test("it is put back with the reason, and the page asks what happened", async () => {
    browser.server.refuses = ["roadmap.move"];
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    await answered();
    expect([roadmap.board(), told(), gaps]).toEqual(["a b | ~", ["refused"], 1]);
  });

  test("between two good ones it alone is put back", async () => {
    browser.server.refuses = ["roadmap.resize"];
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do((actions) => actions.takeOut("b"));
    roadmap.do((actions) => actions.resize("a", 9));
    roadmap.do((actions) => actions.setCapacity("rounds", 30, 4));
    await answered();
    expect(roadmap.board()).toBe("a | ~ b");
    expect(roadmap.card("a")?.effortHalfMonths).toBe(4);
    expect(lanesOf(roadmap.now())[1]?.capacityHalfMonths).toBe(30);
  });

  test("though it was taken back already it is put back once", async () => {
    browser.server.weather = "away";
    browser.server.refuses = ["roadmap.move"];
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    roadmap.undo();
    browser.server.weather = "well";
    await act(() => later(2));
    expect([roadmap.board(), roadmap.card("a")?.version]).toEqual(["a b | ~", 1]);
  });
});

describe("the server's word", () => {
  test("replaces ours once it has answered", async () => {
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    await answered();
    roadmap.arrives(planningWith([b], [], [waiting("a")]));
    expect(roadmap.board()).toBe("b | ~ a");
  });

  test("that comes before the answer does not push a card back from under the hand", async () => {
    browser.server.weather = "away";
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    roadmap.do((actions) => actions.resize("b", 6));
    roadmap.arrives(planningWith([a, b, card("c")]));
    expect(roadmap.board()).toBe("b c | a ~");
    expect(roadmap.card("b")?.effortHalfMonths).toBe(6);
  });

  test("that has the act already, though its answer was lost, does not have it twice", async () => {
    browser.server.weather = "answer-lost";
    const roadmap = showRoadmap(planningWith([a, b], [], [waiting("d")]));
    let id = "";
    const hold = { subject: waiting("d"), effortHalfMonths: 3 };
    roadmap.do((actions) => (id = actions.place(hold, { teamId: "rounds", index: 0 })));
    roadmap.do(move);
    roadmap.do((actions) => actions.takeOut("b"));
    await answered();
    roadmap.arrives(
      planningWith(
        [],
        [card("a", { version: 2 }), card(id, { initiativeId: "i-d" })],
        [waiting("b")],
      ),
    );
    expect(roadmap.board()).toBe(`| a ${id} ~ b`);
    expect(roadmap.card("a")?.version).toBe(2);
  });

  test("of somebody who came first stands: ours will be refused", async () => {
    browser.server.weather = "away";
    const roadmap = showRoadmap(planningWith([a, b]));
    roadmap.do(move);
    roadmap.arrives(planningWith([b, card("a", { version: 2 })]));
    expect(roadmap.board()).toBe("b a | ~");
  });
});
