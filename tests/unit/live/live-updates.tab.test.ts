import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tellGap } from "#components/live/follow-news.ts";
import { LiveUpdates } from "#components/live/live-updates.tsx";
import type { Topic } from "#lib/nouns.ts";
import { FakeEventSource } from "#tests/support/browser/event-source.ts";
import { showHook } from "#tests/support/browser/show-hook.ts";

const leave: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  // In the middle: news is followed after one second.
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.stubGlobal("EventSource", FakeEventSource);
});
afterEach(() => {
  for (const one of leave.splice(0)) one();
  document.body.innerHTML = "";
  FakeEventSource.made = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function showPage(path: string) {
  const page = showHook(() => LiveUpdates(), null, path);
  leave.push(page.leave);
  return {
    reads: page.refreshed,
    news: (...topics: Topic[]) => act(() => FakeEventSource.made.at(-1)?.says({ topics })),
    after: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
  };
}

describe("a page that shows what somebody else changed", () => {
  test("is read again a second later, once for all the news until then", () => {
    const page = showPage("/roadmap/2026-Q4");
    page.news("roadmap");
    page.after(500);
    page.news("initiatives");
    page.after(250);
    expect(page.reads()).toBe(0);
    page.after(250);
    expect(page.reads()).toBe(1);
    page.after(60_000);
    expect(page.reads()).toBe(1);
  });

  test("is not read again for what it does not show", () => {
    const page = showPage("/roadmap/2026-Q4");
    page.news("okrs");
    page.after(10_000);
    expect(page.reads()).toBe(0);
  });

  test("rests between two readings, however much happens", () => {
    const page = showPage("/roadmap/2026-Q4");
    for (let quarter = 0; quarter < 40; quarter += 1) {
      page.news("roadmap");
      page.after(250);
    }
    expect(page.reads()).toBe(4);
  });

  test("waits until nothing is under the hand", () => {
    document.body.innerHTML = `<button data-card="a" aria-pressed="true"></button>`;
    const page = showPage("/roadmap/2026-Q4");
    page.news("roadmap");
    page.after(10_000);
    expect(page.reads()).toBe(0);
    document.querySelector("button")?.setAttribute("aria-pressed", "false");
    page.after(250);
    expect(page.reads()).toBe(1);
  });
});

test.each([
  ["a page that may have missed something is read again", "/roadmap/2026-Q4", 1],
  ["the list of insights is not: it tells of news itself", "/insights", 0],
])("%s", (_, path, reads) => {
  const page = showPage(path);
  act(tellGap);
  page.after(10_000);
  expect(page.reads()).toBe(reads);
});
