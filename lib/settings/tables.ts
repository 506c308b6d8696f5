import "server-only";
import { table } from "#lib/frame/table.ts";

export const settingsTables = [
  table("setting", "settings", "id=setting-id value=setting-value version", {
    impersonal: "id value",
    permission: "settings:manage",
  }),
];
