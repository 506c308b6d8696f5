import { expect, test, vi } from "vitest";
import { databaseUrl } from "#lib/env.ts";
import { listen } from "#lib/live/listen.ts";
import { proposalsBell } from "#lib/proposals/writes/tell.ts";
import { useDatabase } from "#tests/support/use-database.ts";

test("whoever reads hears that there are fresh proposals, at most once a second", async () => {
  await useDatabase();
  const heard = vi.fn();
  const silent = { onOperation: () => {}, onSessionEnd: () => {}, onGap: () => {} };
  const stop = listen(databaseUrl(), { ...silent, onProposals: heard });
  let at = 0;
  const bell = proposalsBell({ now: () => new Date(at) });
  try {
    await vi.waitFor(
      async () => {
        at += 1000;
        bell.owe();
        await bell.ring();
        expect(heard).toHaveBeenCalled();
      },
      { timeout: 20_000, interval: 100 },
    );
    const before = heard.mock.calls.length;
    bell.owe();
    await bell.ring();
    at += 1000;
    await bell.ring();
    await bell.ring();
    await vi.waitFor(() => expect(heard.mock.calls.length).toBe(before + 1), { timeout: 20_000 });
  } finally {
    await stop();
  }
});
