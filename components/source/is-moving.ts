import type { SourceView } from "#lib/desks/reads/connections.ts";

/** Whether something of it is under way, so that its numbers and its state change within moments. */
export function isMoving(source: SourceView, now: Date): boolean {
  if (source.health === "files" || source.health === "paused" || source.health === "late")
    return false;
  return source.backlog > 0 || isPullDue(source, now);
}

/** A pull that was asked for, or whose time has come, and that has not reported yet. */
export function isPullDue({ nextPullAt }: SourceView, now: Date): boolean {
  return nextPullAt !== null && nextPullAt <= now;
}
