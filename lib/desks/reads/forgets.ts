import "server-only";
import { eventWithout } from "#lib/desks/event-without.ts";
import type { Forgets } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Webhooks as they came, until they are over: whoever stands in one may stand anywhere in it. */
export const desksForget: Forgets = {
  messages: [
    {
      step: "events",
      table: "webhook_event",
      counted: "events",
      theirs: ({ fragments }) => Prisma.sql`
        EXISTS (SELECT FROM unnest(${fragments}::text[]) AS f WHERE position(convert_to(f, 'UTF8') IN body) > 0)`,
      body: "body",
      without: eventWithout,
    },
  ],
};
