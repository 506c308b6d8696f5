import "server-only";
import { command } from "#lib/frame/command.ts";
import { viewOps } from "#lib/saved-views/noun.ts";
import { removeViewInput, saveViewInput } from "#lib/saved-views/schema.ts";
import { removeView, saveView } from "#lib/saved-views/writes.ts";

export const savedViewsCommands = {
  "view.save": command({
    input: saveViewInput,
    permissions: ["saved-view:edit"],
    operations: [viewOps.saved],
    run: saveView,
  }),
  "view.remove": command({
    input: removeViewInput,
    permissions: ["saved-view:edit"],
    operations: [viewOps.removed],
    run: removeView,
  }),
};
