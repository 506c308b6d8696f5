import "server-only";
import { catalogueCommands } from "#lib/catalogue/commands.ts";
import { catalogueTables } from "#lib/catalogue/tables.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const catalogueServer = nounServer({
  commands: catalogueCommands,
  tables: catalogueTables,
  labels: { catalogue_entry: labelledBy("catalogue_entry", "title") },
});
