import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { operationIsVisible } from "#lib/auth/reads/privacy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { permissionToKnow, topicsOf } from "#lib/live/topics.ts";
import type { Topic } from "#lib/nouns.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

/** That something happened; `operationId` and `actorId` stay on the server, but for one's own. */
export type News = {
  operationId: string;
  actorId: string | null;
  /** "all", or the id of the only person (with the managers above) who may know. */
  visibility: string;
  topics: readonly Topic[];
};

const operation = z.object({
  operationId: z.guid(),
  actorId: z.guid().nullable(),
  visibility: z.string(),
  name: z.string(),
});

/** What an operation's news tells one person. `own`: the operation's id, when it is theirs. */
export type Told = { topics: Topic[]; own?: string };

export async function readNews(operationIds: readonly string[]): Promise<News[]> {
  const rows = await listRows(db(), operation)`
    SELECT op.id::text AS "operationId", op.actor_id::text AS "actorId", op.visibility,
      coalesce(undone.name, op.name) AS name
    FROM operation op
    LEFT JOIN operation undone
      ON undone.id = CASE WHEN op.name = 'undo' THEN (op.params ->> 'of')::uuid END
    WHERE op.id = ANY (${[...operationIds]}::uuid[])`;
  return rows.map(({ name, ...news }) => ({ ...news, topics: topicsOf(name) }));
}

/** What of some news this person may be told: nothing of what is private to others, nor of rooms that are shut to them. */
export async function tellable(viewer: PersonActor, all: readonly News[]): Promise<Told[]> {
  const told = await Promise.all(
    all.map(async (news): Promise<Told | null> => {
      const topics = topicsFor(viewer, news.topics);
      if (topics.length === 0 || !(await mayKnow(viewer, news.visibility))) return null;
      return news.actorId === viewer.id ? { topics, own: news.operationId } : { topics };
    }),
  );
  return told.filter((one) => one !== null);
}

function topicsFor(viewer: PersonActor, topics: readonly Topic[]): Topic[] {
  return topics.filter((topic) => can(viewer, permissionToKnow(topic)));
}

const visibleOrNot = z.object({ yes: z.boolean().nullable() });

async function mayKnow(viewer: PersonActor, visibility: string): Promise<boolean> {
  if (visibility === "all" || visibility === viewer.id) return true;
  const { yes } = await oneRow(db(), visibleOrNot)`
    SELECT ${operationIsVisible(viewer, Prisma.sql`${visibility}::text`, Prisma.sql`now()`)} AS yes`;
  return yes === true;
}
