import { expect, test } from "vitest";
import { calm, later, openTab, type Tab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give, snooze } from "#tests/unit/commands/acts.ts";

const browser = useBrowser();
const acts = () => browser.server.acts.map(({ name }) => name);

/** An act that keeps a list of what its screen shows. */
function shownAct(tab: Tab, act: typeof give, insightId: string, heard: string[]) {
  return act(tab, insightId, {
    label: `${insightId} done`,
    undoable: true,
    onDone: () => heard.push(`${insightId} answered`),
    onRefused: () => heard.push(`${insightId} refused`),
    onUndo: () => heard.push(`${insightId} put back`),
    onUndoRefused: () => heard.push(`${insightId} shown again`),
  });
}

test("Z takes back the newest act, then the one before, then nothing", async () => {
  const tab = await openTab(browser.person);
  const heard: string[] = [];
  shownAct(tab, give, "1", heard);
  shownAct(tab, snooze, "2", heard);
  await calm();
  heard.length = 0;
  expect([tab.undoLast(), tab.undoLast(), tab.undoLast()]).toEqual([true, true, false]);
  expect(heard).toEqual(["2 put back", "1 put back"]);
  await calm();
  const [given, snoozed] = browser.server.acts;
  expect(browser.server.acts.slice(2).map(({ input }) => input)).toEqual([
    { operationId: snoozed?.operationId },
    { operationId: given?.operationId },
  ]);
  expect(heard.slice(2)).toEqual(["2 answered", "1 answered"]);
});

test("the toast takes back its own act, once, and leaves", async () => {
  const tab = await openTab(browser.person);
  shownAct(tab, give, "1", []);
  tab.pressUndo();
  expect(tab.told()).toEqual([]);
  expect(tab.undoLast()).toBe(false);
  await calm();
  expect(acts()).toEqual(["insight.assign", "undo"]);
});

test("what has not been sent yet is taken back at once on the screen, and in order on the server", async () => {
  browser.server.weather = "away";
  const tab = await openTab(browser.person);
  const heard: string[] = [];
  shownAct(tab, give, "1", heard);
  tab.undoLast();
  shownAct(tab, snooze, "1", heard);
  await calm();
  expect(heard).toEqual(["1 put back"]);
  browser.server.weather = "well";
  await later(2);
  expect(acts()).toEqual(["insight.assign", "undo", "insight.snooze"]);
});

test("what is taken back and then refused anyway is told once, and not shown again", async () => {
  browser.server.weather = "away";
  browser.server.refuses = ["insight.assign"];
  const tab = await openTab(browser.person);
  const heard: string[] = [];
  shownAct(tab, give, "1", heard);
  tab.undoLast();
  await calm();
  browser.server.weather = "well";
  await later(2);
  expect(heard).toEqual(["1 put back", "1 refused"]);
  expect(tab.told()).toEqual(["refused"]);
  expect(tab.isWaitingForServer()).toBe(false);
});

test("what the server keeps is shown again, and why is told", async () => {
  const tab = await openTab(browser.person);
  const heard: string[] = [];
  shownAct(tab, give, "1", heard);
  await calm();
  browser.server.refuses = ["undo"];
  tab.undoLast();
  await calm();
  expect(heard).toEqual(["1 answered", "1 put back", "1 shown again"]);
  expect(tab.told()).toEqual(["refused"]);
});

test("what a form did is taken back by the same key", async () => {
  const tab = await openTab(browser.person);
  const heard: string[] = [];
  const operationId = give(tab, "1");
  await calm();
  tab.offerUndo(operationId, "Saved.", () => heard.push("taken back"));
  expect(tab.undoLast()).toBe(true);
  await calm();
  expect(acts()).toEqual(["insight.assign", "undo"]);
  expect(heard).toEqual(["taken back"]);
});

test("what is taken back from another page is news to that page, which shows it still", async () => {
  const tab = await openTab(browser.person);
  shownAct(tab, give, "1", []);
  shownAct(tab, give, "2", []);
  tab.undoLast();
  tab.turnPage();
  tab.undoLast();
  await calm();
  const undone = browser.server.acts.filter(({ name }) => name === "undo");
  expect(undone.map(({ operationId }) => tab.wasSentHere(operationId))).toEqual([true, false]);
});

test("what the one before did is not offered to whoever signs in after them", async () => {
  const tab = await openTab(browser.person);
  shownAct(tab, give, "1", []);
  await calm();
  tab.signIn("somebody else");
  expect(tab.told()).toEqual([]);
  expect(tab.undoLast()).toBe(false);
});
