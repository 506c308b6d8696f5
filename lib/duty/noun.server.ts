import "server-only";
import { dutyCommands } from "#lib/duty/commands.ts";
import { dutyTables } from "#lib/duty/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const dutyServer = nounServer({
  commands: dutyCommands,
  tables: dutyTables,
});
