import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Whether `check_in c` counts: it says a value, and no later row retracts it. */
export const stands = Prisma.sql`c.retracts_id IS NULL
  AND NOT EXISTS (SELECT FROM check_in later WHERE later.retracts_id = c.id)`;
