import type { InboxState } from "#components/insight/inbox/inbox-state.ts";

// Lists as they were left, by their filter: who comes back finds the row, the selection and all that was loaded. Only
// the newest few, and only while the page lives.

const left = new Map<string, InboxState>();
const most = 5;

export function leaveList(query: string, state: InboxState): void {
  left.delete(query);
  left.set(query, state);
  for (const oldest of [...left.keys()].slice(0, -most)) left.delete(oldest);
}

/**
 * Only for who comes by Back: the address is the list's already before the list is there, while whoever follows a link
 * still has the address of before.
 */
export function listComeBackTo(query: string): InboxState | undefined {
  if (typeof location === "undefined" || location.pathname !== "/insights") return undefined;
  const filter = location.search.slice(1).replace(/&?open=[^&]*$/, "");
  return filter === query ? left.get(query) : undefined;
}
