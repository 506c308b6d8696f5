import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { importsCommands } from "#lib/imports/commands.ts";
import { importsTables } from "#lib/imports/tables.ts";

export const importsServer = nounServer({
  commands: importsCommands,
  tables: importsTables,
});
