import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { settingsTables } from "#lib/settings/tables.ts";

export const settingsServer = nounServer({ tables: settingsTables });
