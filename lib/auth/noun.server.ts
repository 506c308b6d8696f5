import "server-only";
import { authCommands } from "#lib/auth/commands.ts";
import { authStaying } from "#lib/auth/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const authServer = nounServer({
  commands: authCommands,
  staying: authStaying,
});
