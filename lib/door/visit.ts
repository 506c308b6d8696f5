import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request that is being answered, for the log: ids, never the person. */
export type Visit = {
  id: string;
  personId?: string;
  /** A server action of ours has begun: what fails from here on is ours. */
  hasBegun?: boolean;
};

declare global {
  var tribuneVisits: AsyncLocalStorage<Visit> | undefined;
}

/** One for all bundles of the process. */
globalThis.tribuneVisits ??= new AsyncLocalStorage();
const visits = globalThis.tribuneVisits;

export function beginVisit(visit: Visit): void {
  visits.enterWith(visit);
}

/** Adds what has become known of the request; nothing outside one. */
export function noteVisit(known: Partial<Visit>): void {
  const visit = visits.getStore();
  if (visit) Object.assign(visit, known);
}

export function currentVisit(): Visit | undefined {
  return visits.getStore();
}
