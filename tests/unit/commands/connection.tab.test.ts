import { describe, expect, test } from "vitest";
import type { Weather } from "#tests/support/browser/server.ts";
import { calm, later, openTab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give, snooze, takeOut } from "#tests/unit/commands/acts.ts";

const browser = useBrowser();
const acts = () => browser.server.acts.map(({ name }) => name);

test.each<[string, Weather]>([
  ["the connection is gone", "away"],
  ["the server is broken", "broken"],
])("while %s everything waits, and goes in order once it is back", async (_, weather) => {
  browser.server.weather = weather;
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  takeOut(tab, "a");
  await calm();
  expect(tab.told()).toEqual(["offline"]);
  expect(tab.isWaitingForServer()).toBe(true);
  browser.server.weather = "well";
  await later(2);
  expect(acts()).toEqual(["insight.assign", "roadmap.take-out"]);
  expect(tab.told()).toEqual([]);
  expect(tab.isWaitingForServer()).toBe(false);
});

test.each<[string, Weather]>([
  ["is lost", "answer-lost"],
  ["is cut off in the middle", "answer-cut"],
])(
  "an answer that %s is asked for again: it is done once, and what it came to is told",
  async (_, weather) => {
    browser.server.weather = weather;
    const tab = await openTab(browser.person);
    const heard: unknown[] = [];
    give(tab, "1", {
      onDone: () => heard.push("done"),
      onRefused: () => heard.push("refused"),
    });
    await calm();
    expect(heard).toEqual([]);
    browser.server.weather = "well";
    await later(2);
    expect(heard).toEqual(["done"]);
    expect(acts()).toEqual(["insight.assign"]);
  },
);

test("a server that never answers is asked again after its longest act", async () => {
  browser.server.weather = "silent";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  await later(149);
  expect(tab.told()).toEqual([]);
  browser.server.weather = "well";
  await later(1);
  expect(tab.told()).toEqual(["offline"]);
  await later(2);
  expect(tab.isWaitingForServer()).toBe(false);
  expect(acts()).toEqual(["insight.assign"]);
});

describe("a server that stays away", () => {
  test("is asked ever more rarely", async () => {
    browser.server.weather = "away";
    const tab = await openTab(browser.person);
    give(tab, "1");
    await calm();
    const tries: number[] = [];
    for (let second = 0; second < 120; second += 1) {
      const before = browser.server.requests.length;
      await later(1);
      if (browser.server.requests.length > before) tries.push(second + 1);
    }
    expect(tries).toEqual([2, 6, 14, 30, 60, 90, 120]);
  });

  test("is not asked more often for what was done meanwhile", async () => {
    browser.server.weather = "away";
    const tab = await openTab(browser.person);
    for (let id = 1; id <= 12; id += 1) {
      give(tab, `${id}`);
      await calm();
    }
    browser.server.requests = [];
    await later(60);
    expect(browser.server.requests).toHaveLength(5);
    browser.server.weather = "well";
    await later(30);
    expect(acts()).toHaveLength(12);
  });

  test("is asked at once when the browser says that the connection is back", async () => {
    browser.server.weather = "away";
    const tab = await openTab(browser.person);
    give(tab, "1");
    await calm();
    browser.server.weather = "well";
    window.dispatchEvent(new Event("online"));
    await calm();
    expect(acts()).toEqual(["insight.assign"]);
  });
});

test("what was left by a closed tab goes with the next page, and its refusal is told there", async () => {
  browser.server.weather = "away";
  const closed = await openTab(browser.person);
  give(closed, "1");
  takeOut(closed, "a");
  await calm();
  browser.server.weather = "well";
  browser.server.refuses = ["roadmap.take-out"];
  const next = await openTab(browser.person);
  await calm();
  expect(acts()).toEqual(["insight.assign"]);
  expect(next.told()).toEqual(["refused"]);
});

test("a hundred acts go at once, and the rest behind them", async () => {
  browser.server.weather = "away";
  const tab = await openTab(browser.person);
  for (let id = 1; id <= 120; id += 1) snooze(tab, `${id}`);
  await calm();
  browser.server.requests = [];
  browser.server.weather = "well";
  await later(2);
  expect(browser.server.requests.map((batch) => batch.length)).toEqual([100, 20]);
});

test("while storage is full everything waits, in words of its own, and goes once there is room", async () => {
  browser.server.weather = "full";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  expect(tab.told()).toEqual(["queue-full"]);
  // However long it lasts, it is asked for again every five seconds.
  await later(120);
  browser.server.weather = "well";
  await later(5);
  expect(acts()).toEqual(["insight.assign"]);
  expect(tab.told()).toEqual([]);
});

test("what is done before the database is busy is done, and the rest waits in its order", async () => {
  browser.server.weather = "away";
  const tab = await openTab(browser.person);
  give(tab, "1");
  snooze(tab, "1");
  takeOut(tab, "a");
  await calm();
  browser.server.weather = "busy";
  await later(2);
  expect(acts()).toEqual(["insight.assign", "insight.snooze", "roadmap.take-out"]);
  expect(tab.isWaitingForServer()).toBe(false);
});
