import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { settingsCommands } from "#lib/settings/commands.ts";
import { settingsTables } from "#lib/settings/tables.ts";

export const settingsServer = nounServer({
  commands: settingsCommands,
  tables: settingsTables,
});
