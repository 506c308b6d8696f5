import { afterEach, beforeEach, vi } from "vitest";
import { startQueue } from "#components/commands/command-queue.ts";
import { toast, toastStore } from "#components/ui/toast-store.ts";
import { FakeChannel } from "#tests/support/browser/channels.ts";
import { fakeLocks } from "#tests/support/browser/locks.ts";
import { fakeServer } from "#tests/support/browser/server.ts";

/**
 * One browser with several tabs, before every test: the page's own modules once a tab, and around them what they share,
 * which is faked (the server, channels, locks, the clock) or its likeness (the database). Call it once, in a test file.
 */
export function useBrowser() {
  const browser = { server: fakeServer(), locks: fakeLocks(), person: "" };
  let people = 0;
  const leave: (() => void)[] = [];
  beforeEach(() => {
    people += 1;
    Object.assign(browser, {
      server: fakeServer(),
      locks: fakeLocks(),
      person: `person-${people}`,
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => browser.server.fetch(path, init));
    vi.stubGlobal("BroadcastChannel", FakeChannel);
    vi.stubGlobal("navigator", { locks: browser.locks });
    const add = window.addEventListener.bind(window);
    vi.spyOn(window, "addEventListener").mockImplementation(
      (type: string, listener: EventListenerOrEventListenerObject) => {
        if (type === "online") leave.push(() => window.removeEventListener(type, listener));
        add(type, listener);
      },
    );
  });
  afterEach(async () => {
    // What is still under way must not find the real world.
    await calm();
    for (const closed of leave.splice(0)) closed();
    vi.restoreAllMocks();
    for (const channel of FakeChannel.open) channel.close();
    vi.clearAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return browser;
}

/** Who is signed in shows their page in a new tab; what it says is told by its key. */
export async function openTab(person: string) {
  const tab = await loadTab();
  tab.signIn(person);
  return tab;
}

/** A tab whose page shows, and has not started its queue yet. */
export async function loadTab() {
  vi.resetModules();
  const queue = await import("#components/commands/command-queue.ts");
  const { toastStore } = await import("#components/ui/toast-store.ts");
  const { turnPage, wasSentHere } = await import("#components/live/sent-here.ts");
  return {
    ...queue,
    turnPage,
    /** Whether news of it is none to the page that is shown. */
    wasSentHere,
    signIn: (person: string) => queue.startQueue(person, ({ key }) => key),
    told: () => toastStore.read().map(({ message }) => message),
    pressUndo: () => toastStore.read().at(-1)?.onUndo?.(),
  };
}

export type Tab = Awaited<ReturnType<typeof openTab>>;

/** Who is signed in, in the tab that a test shows its own page in. */
export function signIn(person: string): void {
  for (const { id } of toastStore.read()) toast.dismiss(id);
  startQueue(person, ({ key }) => key);
}

/** What that tab tells now. */
export const told = () => toastStore.read().map(({ message }) => message);

/** Until nothing moves any more but what waits for the clock: the database takes a few turns for each step. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** So much later, second by second: what a second begins may set the clock again. */
export async function later(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    await calm();
  }
}
