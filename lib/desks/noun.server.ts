import "server-only";
import { desksCommands } from "#lib/desks/commands.ts";
import { desksForget } from "#lib/desks/reads/forgets.ts";
import { desksStaying, desksTables } from "#lib/desks/tables.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const desksServer = nounServer({
  commands: desksCommands,
  tables: desksTables,
  staying: desksStaying,
  forgets: desksForget,
  labels: { source: labelledBy("source", "name") },
});
