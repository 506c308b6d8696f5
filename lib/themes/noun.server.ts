import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { themesTables } from "#lib/themes/tables.ts";

export const themesServer = nounServer({
  tables: themesTables,
  labels: { theme: labelledBy("theme", "title") },
});
