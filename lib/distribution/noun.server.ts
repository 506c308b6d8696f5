import "server-only";
import { distributionCommands } from "#lib/distribution/commands.ts";
import { distributionTables } from "#lib/distribution/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const distributionServer = nounServer({
  commands: distributionCommands,
  tables: distributionTables,
});
