import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { roadmapCommands } from "#lib/roadmap/commands.ts";
import { roadmapTables } from "#lib/roadmap/tables.ts";
import { requireOpenQuarters } from "#lib/roadmap/writes/undo-items.ts";

export const roadmapServer = nounServer({
  commands: roadmapCommands,
  tables: roadmapTables,
  undo: { roadmap_item: { before: requireOpenQuarters } },
});
