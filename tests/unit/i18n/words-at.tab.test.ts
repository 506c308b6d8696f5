import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { wordsAt } from "#components/i18n/words-at.ts";

const words = { ui: { close: "Fermer" } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("words are fetched once, then there at once", async () => {
  const server = vi.fn(async (_: string) => Response.json(words));
  vi.stubGlobal("fetch", server);
  const [first, second] = [wordsAt("/api/words/fr-1"), wordsAt("/api/words/fr-1")];
  expect(await first).toEqual(words);
  expect(await second).toEqual(words);
  expect(wordsAt("/api/words/fr-1")).toEqual(words);
  expect(server.mock.calls).toEqual([["/api/words/fr-1"]]);
});

test("words that don’t come are asked for again", async () => {
  const answers = [
    () => Promise.reject(new TypeError("no network")),
    async () => new Response(null, { status: 503 }),
    async () => Response.json(words),
  ];
  vi.stubGlobal("fetch", () => answers.shift()?.());
  const asked = wordsAt("/api/words/fr-2");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asked).toEqual(words);
});
