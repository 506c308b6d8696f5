import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { sourceHealth } from "#lib/desks/health.ts";

/** What keeps a desk from being heard: names of connections that fail or are late, and tickets put aside. */
export async function findAiling(viewer: Actor, now: Date) {
  authorise(viewer, "source:manage");
  const [connections, aside] = await Promise.all([
    db().source.findMany({
      where: { archivedAt: null, kind: { startsWith: "jira-" } },
      select: {
        name: true,
        kind: true,
        pausedAt: true,
        state: { select: { failedAt: true, pulledAt: true, nextPullAt: true } },
      },
      orderBy: { name: "asc" },
    }),
    db().ticketAside.count({ where: { source: { archivedAt: null } } }),
  ]);
  const isAiling = ({ state, ...source }: (typeof connections)[number]) => {
    const facts = state ?? { failedAt: null, pulledAt: null, nextPullAt: null };
    return ["failing", "late"].includes(sourceHealth({ ...source, ...facts }, now));
  };
  return { ailing: connections.filter(isAiling).map(({ name }) => name), aside };
}
