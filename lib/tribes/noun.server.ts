import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { tribesCommands } from "#lib/tribes/commands.ts";
import { tribesTables } from "#lib/tribes/tables.ts";

export const tribesServer = nounServer({
  commands: tribesCommands,
  tables: tribesTables,
  labels: {
    tribe: labelledBy("tribe", "name"),
    team: labelledBy("team", "name"),
    department: labelledBy("department", "name"),
    product: labelledBy("product", "name"),
  },
});
