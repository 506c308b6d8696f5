import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { proposalsCommands } from "#lib/proposals/commands.ts";
import { proposalsStaying, proposalsTables } from "#lib/proposals/tables.ts";

export const proposalsServer = nounServer({
  commands: proposalsCommands,
  tables: proposalsTables,
  staying: proposalsStaying,
  labels: {
    other: () => Prisma.sql`SELECT id::text AS id, 'INS-' || number AS label FROM insight`,
  },
});
