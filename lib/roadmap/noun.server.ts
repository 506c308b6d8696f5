import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { requireOpenQuarters } from "#lib/roadmap/writes/undo-items.ts";

export const roadmapServer = nounServer({
  undo: { roadmap_item: { before: requireOpenQuarters } },
});
