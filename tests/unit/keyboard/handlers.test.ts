import { expect, it } from "vitest";
import { KEY_MAP } from "#components/keyboard/key-map.ts";
import { goKeyOf, type Room, rooms } from "#lib/auth/navigation.ts";
import { listSources, readSource } from "#tests/unit/project/sources.ts";

const screens = listSources(["components", "app"], /\.tsx?$/)
  .map(readSource)
  .filter((source) => source.includes("useKeys("));

it("every key of a screen does something there", () => {
  const idle = KEY_MAP.filter(({ scope }) => scope !== "go").filter(
    ({ id }) => !screens.some((source) => new RegExp(`\\b${id}\\s*[:,(]`).test(source)),
  );
  expect(idle.map(({ id }) => id)).toEqual([]);
});

it("every key after G leads to a room", () => {
  const led = new Set<string | null>(Object.keys(rooms).filter(isRoom).map(goKeyOf));
  const nowhere = KEY_MAP.filter(({ scope, id }) => scope === "go" && !led.has(id));
  expect(nowhere.map(({ id }) => id)).toEqual([]);
});

function isRoom(name: string): name is Room {
  return Object.hasOwn(rooms, name);
}
