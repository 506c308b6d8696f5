import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

// Of `insight i` that waits for a Tribe: the one that is proposed. Lists and counts read here, so that they agree.

const proposed = Prisma.sql`FROM proposal p JOIN tribe b ON b.id = p.tribe_id AND b.archived_at IS NULL
  WHERE p.insight_id = i.id AND p.kind = 'tribe' AND p.state = 'offered' AND p.place = 1 AND i.tribe_id IS NULL`;

/** Its id; null where nothing is proposed. */
export const proposedTribe = Prisma.sql`(SELECT p.tribe_id ${proposed})`;

const threshold = Prisma.sql`(SELECT s.threshold FROM sureness s WHERE s.id = 'tribe' AND s.state = 'earned')`;

/** Ids of what has a sure one: to narrow or count a whole list by, rather than to ask row by row. */
export const withSureTribe = Prisma.sql`SELECT p.insight_id FROM proposal p JOIN tribe b ON b.id = p.tribe_id AND b.archived_at IS NULL
  WHERE p.kind = 'tribe' AND p.state = 'offered' AND p.place = 1 AND p.likelihood >= ${threshold}`;

/** The same, of those that are sure. */
export const sureTribe = Prisma.sql`(SELECT p.tribe_id ${proposed} AND p.likelihood >= ${threshold})`;
