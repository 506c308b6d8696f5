import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const personOps = operationsOf("person", ["people"], {
  added: "final",
  invited: "final",
  deactivated: "final",
});

export const hatOps = operationsOf("hat", ["people"], {
  given: "checked",
  taken: "checked",
});

export const membershipOps = operationsOf("membership", ["people"], {
  started: "settings:manage",
  ended: "settings:manage",
});

export const peopleOps = operationsOf("people", ["people"], {
  imported: "settings:manage",
});

export const setupOps = operationsOf("setup", [], {
  completed: "final",
});

export const people = noun({
  name: "people",
  operations: [personOps, hatOps, membershipOps, peopleOps, setupOps],
  topics: { people: "people:read" },
  facts: {
    kinds: ["person", "manager"],
    values: { name: "text", hat: "code", password: "code" },
  },
  places: { hat: { tribe: "tribe_id", team: "team_id" } },
});
