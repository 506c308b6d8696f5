import "server-only";
import type { Forgets } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Whose an insight is, its ticket says. */
export const insightsForget: Forgets = {
  namesakes: {
    insight_id: (names) => Prisma.sql`
      SELECT i.id FROM one JOIN insight i USING (id) JOIN ticket t ON t.id = i.ticket_id
      WHERE lower(t.reporter_name) = ANY (${[...names]})`,
  },
};
