import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const roadmapOps = operationsOf("roadmap", ["roadmap"], {
  placed: "roadmap:draft",
  moved: "roadmap:draft",
  resized: "roadmap:draft",
  takenOut: "roadmap:draft",
  committed: "final",
  withdrawn: "final",
  reopened: "roadmap:commit",
  closed: "final",
  pictured: "final",
});

export const capacityOps = operationsOf("capacity", ["roadmap"], {
  set: "capacity:set",
});

export const bandOps = operationsOf("band", ["roadmap", "people"], {
  set: "band:set",
});

export const roadmap = noun({
  name: "roadmap",
  operations: [roadmapOps, capacityOps, bandOps],
  topics: { roadmap: "roadmap:read" },
  facts: {
    values: {
      quarter: "quarter",
      half_months: "half-months",
      reserve_half_months: "half-months",
      effort_half_months: "half-months",
      band_low: "number",
      band_high: "number",
    },
  },
  places: {
    capacity: { team: "team_id" },
    roadmap_item: { team: "team_id" },
    tribe_quarter: { tribe: "tribe_id" },
  },
});
