import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const departmentOps = operationsOf("department", ["people"], {
  saved: "settings:manage",
});

export const tribeOps = operationsOf("tribe", ["people", "roadmap"], {
  saved: "settings:manage",
  archived: "settings:manage",
});

export const teamOps = operationsOf("team", ["people", "roadmap"], {
  saved: "settings:manage",
  archived: "settings:manage",
});

export const tribes = noun({
  name: "tribes",
  operations: [departmentOps, tribeOps, teamOps],
  facts: {
    kinds: ["tribe", "team", "department", "product"],
    values: { name: "text", code: "text" },
  },
  places: { tribe: { tribe: "id" }, team: { team: "id", tribe: "tribe_id" } },
});
