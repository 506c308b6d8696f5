import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isAtWork } from "#components/live/is-at-work.ts";
import { calm, openTab, useBrowser } from "#tests/support/browser/tabs.ts";
import { give } from "#tests/unit/commands/acts.ts";

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <form><input name="title" value="Slow export"><textarea name="why"></textarea></form>
      <search><form><input name="q"></form></search>
      <button data-card="a" aria-pressed="false">A card</button>
      <input type="checkbox">
    </main>`;
});
afterEach(() => {
  document.body.innerHTML = "";
});

const find = (selector: string) => {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe("a page that nobody is busy with may be read again", () => {
  test.each<[string, () => void]>([
    ["as it came", () => {}],
    ["with a button under the cursor", () => find("button").focus()],
    ["with a box under the cursor", () => find("[type=checkbox]").focus()],
    ["with something searched", () => (find("[name=q]").value = "export")],
    ["with words typed and taken back", () => (find("[name=title]").value = "Slow export")],
  ])("%s", (_, happen) => {
    happen();
    expect(isAtWork()).toBe(false);
  });
});

describe("a page under somebody's hand is left alone", () => {
  test.each<[string, () => void]>([
    ["while one writes", () => find("[name=why]").focus()],
    ["while one searches", () => find("[name=q]").focus()],
    ["while something written is not sent", () => (find("[name=title]").value = "Slow exports")],
    ["while a card is held", () => find("[data-card]").setAttribute("aria-pressed", "true")],
  ])("%s", (_, happen) => {
    happen();
    expect(isAtWork()).toBe(true);
  });
});

describe("what is on its way", () => {
  const browser = useBrowser();

  test("keeps the page until the server has answered", async () => {
    browser.server.weather = "away";
    const tab = await openTab(browser.person);
    const { isAtWork: isBusy } = await import("#components/live/is-at-work.ts");
    expect(isBusy()).toBe(false);
    give(tab, "1");
    await calm();
    expect(isBusy()).toBe(true);
    browser.server.weather = "well";
    tab.signIn(browser.person);
    await calm();
    expect(isBusy()).toBe(false);
  });
});
