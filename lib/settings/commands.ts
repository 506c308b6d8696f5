import "server-only";
import { command } from "#lib/frame/command.ts";
import { settingOps } from "#lib/settings/noun.ts";
import { changeSettingInput } from "#lib/settings/schema.ts";
import { changeSetting } from "#lib/settings/writes.ts";

export const settingsCommands = {
  "setting.change": command({
    input: changeSettingInput,
    permissions: ["settings:manage"],
    operations: [settingOps.changed],
    run: changeSetting,
  }),
};
