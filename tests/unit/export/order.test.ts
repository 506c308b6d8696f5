import { expect, it } from "vitest";
import { tables } from "#lib/nouns.server.ts";

// Earlier exports list their files in this order; what is new stands where it can come back.
const always = [
  ...["departments", "people", "products", "tribes", "tribe-periods", "teams", "team-periods"],
  ...["hats", "memberships", "settings", "saved-views", "organisations", "organisation-aliases"],
  ...["organisation-pairs", "requesters", "erasures", "erasure-keys", "sources", "source-states"],
  ...["epics", "import-runs", "import-undos", "import-refusals", "tickets", "ticket-keys"],
  ...["ticket-comments", "ticket-transitions", "import-befores", "insights"],
  ...["insight-organisations", "insight-requesters", "sharings", "themes", "theme-insights"],
  ...["initiatives", "initiative-themes", "rice-versions", "capacities", "roadmap-items"],
  ...["tribe-quarters", "roadmap-pictures", "objectives", "key-results", "check-ins"],
  ...["initiative-key-results", "comments", "operations", "operation-undos", "changes"],
  "work-references",
];

it("An export's files keep their order, whichever noun declares them", () => {
  expect(tables.map(({ file }) => file).filter((file) => always.includes(file))).toEqual(always);
});

it("No two tables share a file", () => {
  expect(new Set(tables.map(({ file }) => file)).size).toBe(tables.length);
});
