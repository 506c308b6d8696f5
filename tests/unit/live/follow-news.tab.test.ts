import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Topic } from "#lib/nouns.ts";
import { FakeEventSource } from "#tests/support/browser/event-source.ts";

let isHidden = false;
let leave: (() => void)[] = [];

beforeEach(() => {
  isHidden = false;
  vi.resetModules();
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  vi.stubGlobal("EventSource", FakeEventSource);
});

afterEach(() => {
  for (const one of leave) one();
  leave = [];
  FakeEventSource.made = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Listens, and notes what it hears: the topics of news, or "gap". */
async function listen() {
  const { followNews } = await import("#components/live/follow-news.ts");
  const heard: string[] = [];
  leave.push(
    followNews({
      onNews: (topics: readonly Topic[]) => heard.push(topics.join()),
      onGap: () => heard.push("gap"),
    }),
  );
  return heard;
}

function show(shown: boolean) {
  isHidden = !shown;
  document.dispatchEvent(new Event("visibilitychange"));
}

const connection = () => FakeEventSource.made.at(-1);
const open = () => FakeEventSource.made.filter(({ isClosed }) => !isClosed).length;

describe("news of others", () => {
  test("come over one connection to all who listen", async () => {
    const one = await listen();
    const two = await listen();
    connection()?.opens();
    connection()?.says({ topics: ["roadmap"], own: "somebody-else" });
    expect([one, two, open()]).toEqual([["roadmap"], ["roadmap"], 1]);
  });

  test("leave out what this tab did itself", async () => {
    const { noteSent } = await import("#components/live/sent-here.ts");
    const heard = await listen();
    noteSent("mine");
    connection()?.says({ topics: ["roadmap"], own: "mine" });
    connection()?.says({ topics: ["okrs"] });
    expect(heard).toEqual(["okrs"]);
  });

  test("are told to be incomplete when the server says so", async () => {
    const heard = await listen();
    connection()?.opens();
    connection()?.dispatchEvent(new Event("gap"));
    expect(heard).toEqual(["gap"]);
  });

  test("cost nothing once nobody listens", async () => {
    await listen();
    for (const one of leave.splice(0)) one();
    expect(open()).toBe(0);
    show(false);
    show(true);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeEventSource.made).toHaveLength(1);
  });
});

describe("a hidden tab", () => {
  test("holds no connection; shown again it is told that it may have missed something", async () => {
    const heard = await listen();
    connection()?.opens();
    show(false);
    expect(open()).toBe(0);
    show(true);
    expect(heard).toEqual([]);
    connection()?.opens();
    expect(heard).toEqual(["gap"]);
  });

  test("that was opened behind others connects when it is looked at", async () => {
    isHidden = true;
    const heard = await listen();
    expect(open()).toBe(0);
    show(true);
    connection()?.opens();
    expect(heard).toEqual(["gap"]);
  });

  test("does not try again by itself", async () => {
    await listen();
    connection()?.fails();
    show(false);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeEventSource.made).toHaveLength(1);
  });
});

describe("a lost connection", () => {
  test("is tried again after 2, 4, 8 … seconds, a minute at most", async () => {
    await listen();
    const pauses: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const tries = FakeEventSource.made.length;
      connection()?.fails();
      let seconds = 0;
      for (; FakeEventSource.made.length === tries; seconds += 1)
        await vi.advanceTimersByTimeAsync(1000);
      pauses.push(seconds);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test("begins again with short pauses once it was back, and tells the gap", async () => {
    const heard = await listen();
    connection()?.opens();
    for (const pause of [2000, 4000]) {
      connection()?.fails();
      await vi.advanceTimersByTimeAsync(pause);
    }
    connection()?.opens();
    connection()?.fails();
    await vi.advanceTimersByTimeAsync(2000);
    expect(FakeEventSource.made).toHaveLength(4);
    expect(heard).toEqual(["gap"]);
  });

  test("that came late from the start tells the gap: the page is older than it", async () => {
    const heard = await listen();
    connection()?.fails();
    await vi.advanceTimersByTimeAsync(2000);
    connection()?.opens();
    expect(heard).toEqual(["gap"]);
  });

  test("does not come twice when the tab is shown meanwhile", async () => {
    await listen();
    connection()?.fails();
    show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(open()).toBe(1);
  });
});
