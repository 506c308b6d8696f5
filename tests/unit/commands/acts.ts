import type { Tab } from "#tests/support/browser/tabs.ts";

type More = Omit<Parameters<Tab["send"]>[0], "name" | "input">;

/** Three acts as screens send them. */
export const give = (tab: Tab, insightId: string, more: More = {}) =>
  tab.send({ name: "insight.assign", input: { ids: [insightId], tribeId: "pla" }, ...more });

export const snooze = (tab: Tab, insightId: string, more: More = {}) =>
  tab.send({ name: "insight.snooze", input: { ids: [insightId], until: null }, ...more });

export const takeOut = (tab: Tab, itemId: string, more: More = {}) =>
  tab.send({ name: "roadmap.take-out", input: { itemIds: [itemId] }, ...more });
