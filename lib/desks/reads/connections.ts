import { z } from "zod";
import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { type SourceHealth, sourceHealth } from "#lib/desks/health.ts";
import {
  type Admits,
  admits,
  type SourceKind,
  type StatusMeanings,
  sourceKinds,
  statusMeanings,
} from "#lib/desks/schema.ts";
import type { Params } from "#lib/errors.ts";
import { listRows } from "#lib/sql/rows.ts";
import { storedSentence } from "#lib/stored-sentence.ts";

export type SourceView = {
  id: string;
  name: string;
  kind: SourceKind;
  siteUrl: string | null;
  account: string | null;
  timeZone: string | null;
  admits: Admits;
  statuses: StatusMeanings;
  /** Which secrets are kept; their text is shown to nobody. */
  secrets: { name: string; updatedAt: Date }[];
  pausedAt: Date | null;
  version: number;
  tickets: number;
  lastEventAt: Date | null;
  pulledAt: Date | null;
  nextPullAt: Date | null;
  /** Events that came and wait to be taken in. */
  backlog: number;
  failure: { key: string; params: Params } | null;
  failedAt: Date | null;
  health: SourceHealth;
};

const sourceKind = z.enum(sourceKinds);
const failure = storedSentence.nullable().catch(null);

/** Every source that is not archived, connections first. */
export async function listSources(viewer: Actor, at: Date): Promise<SourceView[]> {
  authorise(viewer, "source:manage");
  const found = await db().source.findMany({
    where: { archivedAt: null },
    include: {
      secrets: { select: { name: true, updatedAt: true } },
      state: true,
      _count: { select: { tickets: true, events: { where: { handledAt: null } } } },
    },
    orderBy: [{ kind: "desc" }, { name: "asc" }],
  });
  return found.map(({ state, _count, ...source }) => {
    const view = {
      id: source.id,
      name: source.name,
      kind: sourceKind.parse(source.kind),
      siteUrl: source.siteUrl,
      account: source.account,
      timeZone: source.timeZone,
      admits: admits.catch(admits.parse({})).parse(source.admits),
      statuses: statusMeanings.catch({}).parse(source.statuses),
      secrets: source.secrets,
      pausedAt: source.pausedAt,
      version: source.version,
      tickets: _count.tickets,
      lastEventAt: state?.lastEventAt ?? null,
      pulledAt: state?.pulledAt ?? null,
      nextPullAt: state?.nextPullAt ?? null,
      backlog: _count.events,
      failure: failure.parse(state?.failure ?? null),
      failedAt: state?.failedAt ?? null,
    };
    return { ...view, health: sourceHealth(view, at) };
  });
}

/** One source, or null. */
export async function findSource(viewer: Actor, id: string, at: Date): Promise<SourceView | null> {
  const all = await listSources(viewer, at);
  return all.find((source) => source.id === id) ?? null;
}

const aStatus = z.object({ status: z.string() });

/** The statuses that a desk's tickets are or were in, by name. */
export async function listStatuses(viewer: Actor, sourceId: string): Promise<string[]> {
  authorise(viewer, "source:manage");
  const rows = await listRows(db(), aStatus)`
    SELECT status FROM (
      SELECT DISTINCT status FROM ticket WHERE source_id = ${sourceId}::uuid AND status IS NOT NULL
      UNION SELECT DISTINCT w.to_status FROM ticket_transition w JOIN ticket t ON t.id = w.ticket_id
      WHERE t.source_id = ${sourceId}::uuid
    ) AS s ORDER BY status COLLATE "und-x-icu" LIMIT 100`;
  return rows.map(({ status }) => status);
}
