import "server-only";
import { table } from "#lib/frame/table.ts";

export const distributionTables = [
  table("sharing", "sharings", "id insight_id team_id quarter shared_by_id shared_at version", {
    impersonal: "quarter",
    refers: { shared_by_id: "person" },
  }),
];
