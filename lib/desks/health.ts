/** At a glance: `files` comes by hand, `late` has not been pulled for long though nothing failed. */
export type SourceHealth = "files" | "waiting" | "well" | "late" | "failing" | "paused";

type Facts = {
  kind: string;
  pausedAt: Date | null;
  failedAt: Date | null;
  pulledAt: Date | null;
  nextPullAt: Date | null;
};

/** A pull is due every few minutes; one that is this late says that nobody works. */
const lateAfterMs = 30 * 60_000;

export function sourceHealth(source: Facts, now: Date): SourceHealth {
  if (!source.kind.startsWith("jira-")) return "files";
  if (source.pausedAt) return "paused";
  if (source.failedAt) return "failing";
  if (!source.pulledAt) return "waiting";
  const due = source.nextPullAt?.getTime() ?? source.pulledAt.getTime();
  return now.getTime() - due > lateAfterMs ? "late" : "well";
}
