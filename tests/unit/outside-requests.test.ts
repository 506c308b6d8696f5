import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import { outsideRequests } from "#lib/outside-requests.ts";

it("What serves the whole process knows nothing of the request that happened to start it", async () => {
  const request = new AsyncLocalStorage<string>();
  const later = () => new Promise((resolve) => setTimeout(() => resolve(request.getStore())));
  await request.run("the first visitor's", async () => {
    expect(await later()).toBe("the first visitor's");
    expect(await outsideRequests(later)).toBeUndefined();
  });
});
