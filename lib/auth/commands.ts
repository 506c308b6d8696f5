import "server-only";
import { accountOps } from "#lib/auth/noun.ts";
import { editPreferences, preferences } from "#lib/auth/writes/preferences.ts";
import { command } from "#lib/frame/command.ts";

export const authCommands = {
  "person.edit-preferences": command({
    input: preferences,
    permissions: ["own-settings:edit"],
    operations: [accountOps.edited],
    run: editPreferences,
  }),
};
