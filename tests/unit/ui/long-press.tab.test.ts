import { act, createElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useLongPress } from "#components/ui/use-long-press.ts";
import { showComponent } from "#tests/support/browser/show-hook.ts";

let asked: string[] = [];
let leave = () => {};

function Rows() {
  const press = useLongPress((target) => asked.push(`menu of ${target.id}`));
  const row = createElement("p", { id: "row", onClick: () => asked.push("opened") });
  return createElement("div", press, row);
}

beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  leave = showComponent(Rows, {}).leave;
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

const on = (type: string, more: PointerEventInit = {}) =>
  act(() => {
    const event = new PointerEvent(type, {
      ...{ bubbles: true, cancelable: true, pointerType: "touch", clientX: 100, clientY: 100 },
      ...more,
    });
    document.getElementById("row")?.dispatchEvent(event);
  });
const rest = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test("a finger that rests asks for the menu, and lifting it opens nothing", () => {
  on("pointerdown");
  rest(600);
  on("pointerup");
  on("click");
  expect(asked).toEqual(["menu of row"]);
});

test("a tap opens, also after a menu", () => {
  on("pointerdown");
  rest(600);
  on("pointerup");
  on("pointerdown");
  rest(100);
  on("pointerup");
  on("click");
  expect(asked).toEqual(["menu of row", "opened"]);
});

test("a finger that scrolls asks for nothing", () => {
  on("pointerdown");
  on("pointermove", { clientY: 130 });
  rest(600);
  expect(asked).toEqual([]);
});

test("the right button asks at once, and a held left one for nothing", () => {
  on("pointerdown", { pointerType: "mouse" });
  rest(600);
  expect(asked).toEqual([]);
  on("contextmenu", { pointerType: "mouse" });
  expect(asked).toEqual(["menu of row"]);
});

test("where the platform tells of the resting finger too, there is one menu", () => {
  on("pointerdown");
  rest(600);
  on("contextmenu");
  expect(asked).toEqual(["menu of row"]);
});
