const GRACE_MS = 3_600_000;

/** What others feel can be taken back within the hour, which itself still counts. Both are instants. */
export function isWithinGrace(doneAt: Date, now: Date): boolean {
  return now.getTime() - doneAt.getTime() <= GRACE_MS;
}
