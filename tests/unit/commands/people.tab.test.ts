import { expect, test } from "vitest";
import { calm, later, openTab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give, snooze } from "#tests/unit/commands/acts.ts";

const browser = useBrowser();
const acts = () => browser.server.acts.map(({ name }) => name);
const other = () => `${browser.person}-other`;

test("with the session ended everything waits, and says that one must sign in", async () => {
  browser.server.weather = "signed-out";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  expect(tab.told()).toEqual(["signed-out"]);
  expect(tab.isWaitingForServer()).toBe(true);
});

test("an ended session is told even when the connection was lost before", async () => {
  browser.server.weather = "away";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  browser.server.weather = "signed-out";
  await later(2);
  expect(tab.told()).toEqual(["signed-out"]);
});

test("signed in again in the same tab, what waited goes", async () => {
  browser.server.weather = "signed-out";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  browser.server.weather = "well";
  tab.signIn(browser.person);
  await calm();
  expect(acts()).toEqual(["insight.assign"]);
  expect(tab.told()).toEqual([]);
});

test("signed in again in another tab, what waited in this one goes by itself", async () => {
  browser.server.weather = "signed-out";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  browser.server.weather = "well";
  await later(2);
  expect(acts()).toEqual(["insight.assign"]);
});

test("somebody else who signs in sends nothing of the one before, and can't undo it", async () => {
  const tab = await openTab(browser.person);
  give(tab, "1", { label: "Given.", undoable: true });
  await calm();
  browser.server.weather = "signed-out";
  snooze(tab, "2");
  await calm();
  browser.server.weather = "well";
  tab.signIn(other());
  await later(60);
  expect(acts()).toEqual(["insight.assign"]);
  expect(tab.undoLast()).toBe(false);
  expect(tab.isWaitingForServer()).toBe(false);
  tab.signIn(browser.person);
  await calm();
  expect(acts()).toEqual(["insight.assign", "insight.snooze"]);
});

test("a page left open sends nothing under the name of somebody who signed in elsewhere", async () => {
  browser.server.session = other();
  const tab = await openTab(browser.person);
  give(tab, "1");
  await later(60);
  expect([acts(), tab.told()]).toEqual([[], ["signed-out"]]);
  browser.server.session = browser.person;
  await later(30);
  expect([acts(), tab.told()]).toEqual([["insight.assign"], []]);
});

test("an act under way when somebody else signs in is asked again when its own person is back", async () => {
  browser.server.weather = "silent";
  const tab = await openTab(browser.person);
  give(tab, "1");
  await calm();
  browser.server.weather = "well";
  tab.signIn(other());
  snooze(tab, "2");
  await calm();
  expect(acts()).toEqual(["insight.assign", "insight.snooze"]);
  expect(tab.told()).toEqual([]);
  browser.server.requests = [];
  tab.signIn(browser.person);
  await calm();
  expect(browser.server.requests.flat().map(({ name }) => name)).toEqual(["insight.assign"]);
  expect(acts()).toHaveLength(2);
});
