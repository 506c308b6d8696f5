import { describe, expect, test } from "vitest";
import { calm, later, loadTab, openTab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give, snooze, takeOut } from "#tests/unit/commands/acts.ts";

const browser = useBrowser();
const acts = () => browser.server.acts.map(({ name }) => name);

describe("acts go to the server", () => {
  test("in the order in which they were done", async () => {
    const tab = await openTab(browser.person);
    give(tab, "1");
    takeOut(tab, "a");
    snooze(tab, "2");
    await calm();
    expect(acts()).toEqual(["insight.assign", "roadmap.take-out", "insight.snooze"]);
  });

  test("with those done before the page was ready first", async () => {
    const tab = await loadTab();
    give(tab, "1");
    takeOut(tab, "a");
    tab.signIn(browser.person);
    snooze(tab, "2");
    await calm();
    expect(acts()).toEqual(["insight.assign", "roadmap.take-out", "insight.snooze"]);
  });

  test("and the screen is told what each of them came to", async () => {
    const tab = await openTab(browser.person);
    const heard: unknown[] = [];
    give(tab, "1", { onDone: () => heard.push("given") });
    snooze(tab, "1", { onDone: () => heard.push("snoozed") });
    expect(tab.isWaitingForServer()).toBe(true);
    await calm();
    expect(heard).toEqual(["given", "snoozed"]);
    expect(tab.isWaitingForServer()).toBe(false);
  });
});

describe("a refused act", () => {
  test("is put back and told, and those before and after it stand", async () => {
    browser.server.refuses = ["roadmap.take-out"];
    const tab = await openTab(browser.person);
    const heard: string[] = [];
    give(tab, "1", { onDone: () => heard.push("given") });
    takeOut(tab, "a", { onRefused: ({ key }) => heard.push(key) });
    snooze(tab, "2", { onDone: () => heard.push("snoozed") });
    await calm();
    expect(heard).toEqual(["given", "refused", "snoozed"]);
    expect(acts()).toEqual(["insight.assign", "insight.snooze"]);
    expect(tab.told()).toEqual(["refused"]);
  });

  test("is no longer offered for undo", async () => {
    browser.server.refuses = ["insight.assign"];
    const tab = await openTab(browser.person);
    give(tab, "1", { label: "Given to Planning.", undoable: true });
    expect(tab.told()).toEqual(["Given to Planning."]);
    await calm();
    expect(tab.told()).toEqual(["refused"]);
    expect(tab.undoLast()).toBe(false);
  });

  test("can be one of a batch that the server does not even read", async () => {
    browser.server.weather = "too-large";
    const tab = await openTab(browser.person);
    const heard: string[] = [];
    give(tab, "1", { onRefused: ({ key }) => heard.push(key) });
    give(tab, "2", { onRefused: ({ key }) => heard.push(key) });
    await calm();
    expect(heard).toEqual(["unexpected", "unexpected"]);
    await later(60);
    expect(browser.server.requests.flat()).toHaveLength(2);
  });
});
