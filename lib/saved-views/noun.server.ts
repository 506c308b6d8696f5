import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { savedViewsCommands } from "#lib/saved-views/commands.ts";
import { savedViewsTables } from "#lib/saved-views/tables.ts";

export const savedViewsServer = nounServer({
  commands: savedViewsCommands,
  tables: savedViewsTables,
});
