import "server-only";
import { accountOps, sessionOps } from "#lib/auth/noun.ts";
import { editPassword, editPasswordInput } from "#lib/auth/writes/passwords.ts";
import { editPreferences, preferences } from "#lib/auth/writes/preferences.ts";
import { endSession, endSessionInput } from "#lib/auth/writes/sessions.ts";
import { command } from "#lib/frame/command.ts";

export const authCommands = {
  "person.edit-preferences": command({
    input: preferences,
    permissions: ["own-settings:edit"],
    operations: [accountOps.edited],
    run: editPreferences,
  }),
  "person.edit-password": command({
    input: editPasswordInput,
    permissions: ["own-settings:edit"],
    operations: [accountOps.edited],
    run: editPassword,
  }),
  "session.end": command({
    input: endSessionInput,
    permissions: ["own-settings:edit"],
    operations: [sessionOps.ended],
    run: endSession,
  }),
};
