import "server-only";
import { table } from "#lib/frame/table.ts";

export const commentsTables = [
  table(
    "comment",
    "comments",
    "id insight_id theme_id initiative_id objective_id author_id body created_at version",
    { personal: "body", ties: ["insight_id", "theme_id", "initiative_id", "objective_id"] },
  ),
];
