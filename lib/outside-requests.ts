import { AsyncLocalStorage } from "node:async_hooks";

// What serves the whole process begins at the first need of it, which is somebody's request: as nobody's, lest it keep
// for good what the framework knows of the one that happened to come first.

declare global {
  var tribuneOutsideRequests: ReturnType<typeof AsyncLocalStorage.snapshot> | undefined;
}

/** Taken when this file is first loaded, which instrumentation.ts sees to before the first request. */
globalThis.tribuneOutsideRequests ??= AsyncLocalStorage.snapshot();
const outside = globalThis.tribuneOutsideRequests;

export function outsideRequests<Result>(work: () => Result): Result {
  return outside(work);
}
