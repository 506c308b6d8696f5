import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import { useHold } from "#components/roadmap/use-hold.ts";
import { useRoadmap } from "#components/roadmap/use-roadmap.ts";
import { lanesOf } from "#lib/roadmap/board.ts";
import { trayId } from "#lib/roadmap/neighbour.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";
import { calm, signIn, useBrowser } from "#tests/support/browser/tabs.ts";
import { card, planningWith, read, waiting } from "#tests/unit/roadmap/planning.ts";

const browser = useBrowser();
let leave: (() => void)[] = [];
beforeEach(() => {
  signIn(browser.person);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(createElement(KeyboardProvider, { screens: [], children: null })));
  leave = [() => act(() => root.unmount())];
});
afterEach(() => {
  for (const one of leave) one();
  document.body.innerHTML = "";
});

/** The roadmap under a person's hands: elements for its cards, as the screen makes them, and keys pressed on them. */
function showRoadmap(first: Roadmap, closed: readonly string[] = []) {
  const refused: string[] = [];
  const hook = showHook((roadmap: Roadmap) => {
    const { board, actions } = useRoadmap(roadmap);
    const hand = useHold({
      board,
      actions,
      isOpen: (teamId) => !closed.includes(teamId),
      onRefused: (teamId) => refused.push(teamId),
    });
    return { board, hand };
  }, first);
  leave.unshift(hook.leave);
  const cards = document.body.appendChild(document.createElement("div"));
  for (const { teamId, cards: own } of lanesOf(hook.now().board))
    for (const { id } of own) cards.append(cardElement(id, teamId));
  for (const { initiativeId } of hook.now().board.tray)
    cards.append(cardElement(trayId(initiativeId)));

  function cardElement(id: string, teamId = "tray"): HTMLElement {
    const element = document.createElement("div");
    Object.assign(element.dataset, { card: id, team: teamId });
    element.tabIndex = 0;
    element.addEventListener("focus", () => hook.now().hand.setCursor(id));
    return element;
  }
  const focus = (id: string) =>
    act(() => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus());
  const press = (...keys: string[]) => {
    for (const key of keys)
      act(() => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      });
  };
  return {
    press,
    on: (id: string, ...keys: string[]) => {
      focus(id);
      press(...keys);
    },
    hand: () => hook.now().hand,
    board: () => read(hook.now().board),
    effort: (id: string) =>
      lanesOf(hook.now().board)
        .flatMap((lane) => lane.cards)
        .find((one) => one.id === id)?.effortHalfMonths,
    arrives: hook.show,
    refused,
  };
}
const sent = () => browser.server.acts.map(({ name }) => name);
const two = planningWith([card("a"), card("b")], [card("c")], [waiting("d")]);

describe("a card picked up", () => {
  test("changes nothing before it is put down, and then is where the arrows led", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "Enter", "ArrowDown", "ArrowRight");
    expect(roadmap.board()).toBe("a b | c ~ d");
    expect(roadmap.hand().hold?.target).toEqual({ teamId: "rounds", index: 1 });
    roadmap.press("Enter");
    expect(roadmap.board()).toBe("b | c a ~ d");
    expect(roadmap.hand().hold).toBeNull();
    await act(calm);
    expect(sent()).toEqual(["roadmap.move"]);
  });

  test("is given back by Escape, and Escape then belongs to others", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "Enter", "ArrowDown", "Escape");
    expect(roadmap.hand().hold).toBeNull();
    await act(calm);
    expect([roadmap.board(), sent()]).toEqual(["a b | c ~ d", []]);
  });

  test("and put down where it lay is nothing done", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "Enter", "ArrowRight", "ArrowLeft", "Enter");
    await act(calm);
    expect(sent()).toEqual([]);
  });

  test("from what is to place goes behind the cards of its own team, and stays under the cursor", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on(trayId("i-d"), "Enter", "Enter");
    expect(roadmap.board()).toMatch(/^a b \S+ \| c ~$/);
    expect(roadmap.hand().chosen?.subject.title).toBe("d");
    await act(calm);
    expect(sent()).toEqual(["roadmap.place"]);
  });

  test("from what is to place, whose own team is not theirs to change, goes to one that is", () => {
    const roadmap = showRoadmap(two, ["dispatch"]);
    roadmap.on(trayId("i-d"), "Enter");
    expect(roadmap.hand().hold?.target).toEqual({ teamId: "rounds", index: 1 });
  });
});

describe("a card that is not theirs to move", () => {
  test("says so, and is not picked up, resized or taken out", async () => {
    const roadmap = showRoadmap(two, ["dispatch"]);
    roadmap.on("a", "Enter", ">", "Delete");
    expect(roadmap.refused).toEqual(["dispatch", "dispatch", "dispatch"]);
    expect(roadmap.hand().hold).toBeNull();
    await act(calm);
    expect(sent()).toEqual([]);
  });

  test("is said of one to place too when no team takes it", () => {
    const roadmap = showRoadmap(two, ["dispatch", "rounds"]);
    roadmap.on(trayId("i-d"), "Enter");
    expect(roadmap.refused).toEqual(["dispatch"]);
  });

  test("does not go to a team that is closed", () => {
    const roadmap = showRoadmap(two, ["rounds"]);
    roadmap.on("a", "Enter", "ArrowDown");
    expect(roadmap.hand().hold?.target).toEqual({ teamId: "dispatch", index: 0 });
  });
});

describe("the cursor", () => {
  test("follows the arrows from card to card, and to what is to place", () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "ArrowDown");
    expect(roadmap.hand().cursor).toBe("c");
    roadmap.press("ArrowRight");
    expect(roadmap.hand().cursor).toBe(trayId("i-d"));
    roadmap.press("ArrowLeft");
    expect(roadmap.hand().cursor).toBe("a");
  });

  test("is on the card before when one is taken out", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("b", "Delete");
    expect(roadmap.board()).toBe("a | c ~ d b");
    expect(roadmap.hand().cursor).toBe("a");
    await act(calm);
    expect(sent()).toEqual(["roadmap.take-out"]);
  });

  test("leaves the arrows to the page while it is on no card", () => {
    const roadmap = showRoadmap(two);
    roadmap.press("ArrowDown", "Enter", ">");
    expect([roadmap.hand().cursor, roadmap.hand().hold, roadmap.effort("a")]).toEqual([
      null,
      null,
      4,
    ]);
  });

  test("begins at the first card, else at the first to place", () => {
    expect(showRoadmap(two).hand().tabStop).toBe("a");
    expect(showRoadmap(planningWith([], [], [waiting("d")])).hand().tabStop).toBe(trayId("i-d"));
  });
});

test("> and < change the effort of the card under the cursor by half a month", async () => {
  const roadmap = showRoadmap(two);
  roadmap.on("a", ">", ">", "<");
  expect(roadmap.effort("a")).toBe(5);
  await act(calm);
  expect(sent()).toEqual(["roadmap.resize", "roadmap.resize", "roadmap.resize"]);
});

describe("while a card is held", () => {
  test("its effort can change, and it is put down as it is then", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "Enter", "ArrowDown", ">", "Enter");
    expect([roadmap.board(), roadmap.effort("a")]).toEqual(["b | a c ~ d", 5]);
    await act(calm);
    expect(browser.server.acts.map(({ input }) => input)).toMatchObject([
      { version: 1 },
      { version: 2 },
    ]);
  });

  test("and somebody else takes it out, there is nothing to put down", async () => {
    const roadmap = showRoadmap(two);
    roadmap.on("a", "Enter", "ArrowDown");
    roadmap.arrives(planningWith([card("b")], [card("c")], [waiting("d")]));
    roadmap.press("Enter");
    await act(calm);
    expect([roadmap.board(), sent(), roadmap.hand().hold]).toEqual(["b | c ~ d", [], null]);
  });
});
