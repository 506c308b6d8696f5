import { expect, test, vi } from "vitest";
import { calm, later, openTab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give, snooze, takeOut } from "#tests/unit/commands/acts.ts";

const browser = useBrowser();
const acts = () => browser.server.acts.map(({ name }) => name);

test("two tabs take turns: every act once, in the order in which they were done", async () => {
  const one = await openTab(browser.person);
  const two = await openTab(browser.person);
  await calm();
  give(one, "1");
  takeOut(two, "a");
  snooze(one, "2");
  await calm();
  expect(acts()).toEqual(["insight.assign", "roadmap.take-out", "insight.snooze"]);
  expect(browser.server.requests.flat()).toHaveLength(3);
});

test("a tab hears what came of its act though another one sent it", async () => {
  browser.server.weather = "away";
  browser.server.refuses = ["insight.snooze"];
  const one = await openTab(browser.person);
  const two = await openTab(browser.person);
  const heard: string[] = [];
  give(one, "1", { onDone: () => heard.push("one: given") });
  give(two, "2", { onDone: () => heard.push("two: given") });
  snooze(two, "3", { onRefused: ({ key }) => heard.push(`two: ${key}`) });
  await calm();
  browser.server.weather = "well";
  await later(2);
  expect(heard.sort()).toEqual(["one: given", "two: given", "two: refused"]);
  expect(two.told()).toEqual(["refused"]);
  expect([one.isWaitingForServer(), two.isWaitingForServer()]).toEqual([false, false]);
});

test("both say that the connection is back, whichever of them found out", async () => {
  browser.server.weather = "away";
  const one = await openTab(browser.person);
  const two = await openTab(browser.person);
  give(one, "1");
  give(two, "2");
  await calm();
  expect([one.told(), two.told()]).toEqual([["offline"], ["offline"]]);
  browser.server.weather = "well";
  await later(2);
  expect([one.told(), two.told()]).toEqual([[], []]);
  expect(acts()).toHaveLength(2);
});

test("a tab closed while its act is under way leaves it to the other, which asks again and hears the first result", async () => {
  const closed = await openTab(browser.person);
  const other = await openTab(browser.person);
  browser.server.weather = "silent";
  give(closed, "1");
  await calm();
  const heard: unknown[] = [];
  snooze(other, "2", { onDone: () => heard.push("snoozed") });
  await calm();
  expect(browser.server.requests).toHaveLength(1);
  browser.server.weather = "well";
  browser.locks.letGo(`tribune-commands-${browser.person}`);
  await calm();
  expect(browser.server.requests.map((batch) => batch.length)).toEqual([1, 2]);
  expect(acts()).toEqual(["insight.assign", "insight.snooze"]);
  expect(heard).toEqual(["snoozed"]);
});

test("a refusal that a tab could not strike off before it was closed is told once", async () => {
  browser.server.weather = "away";
  browser.server.refuses = ["insight.assign"];
  const closed = await openTab(browser.person);
  const other = await openTab(browser.person);
  const heard: string[] = [];
  give(other, "1", { onRefused: () => heard.push("refused") });
  await calm();
  const strikingOff = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
    throw new DOMException("The tab is closed.", "AbortError");
  });
  Object.assign(browser.server, { weather: "well", requests: [] });
  closed.signIn(browser.person);
  await calm();
  strikingOff.mockRestore();
  await later(2);
  expect(browser.server.requests.map((batch) => batch.length)).toEqual([1, 1]);
  expect(heard).toEqual(["refused"]);
  expect(other.told()).toEqual(["refused"]);
});

test("where the browser knows no locks an act may be asked twice and is done once", async () => {
  vi.stubGlobal("navigator", {});
  const one = await openTab(browser.person);
  const two = await openTab(browser.person);
  give(one, "1");
  give(two, "2");
  await calm();
  expect(acts()).toHaveLength(2);
  expect([one.isWaitingForServer(), two.isWaitingForServer()]).toEqual([false, false]);
});
