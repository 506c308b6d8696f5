import "server-only";
import { objectiveIsVisible } from "#lib/auth/reads/privacy.ts";
import { table } from "#lib/frame/table.ts";

export const okrsTables = [
  table(
    "objective",
    "objectives",
    `id quarter title level department_id tribe_id craft owner_id is_shared commitment parent_id position=place
      created_at agreed_at archived_at version`,
    {
      personal: "title",
      impersonal: "quarter level craft commitment",
      alias: "o",
      permission: "okr:read",
      called: "title",
      refers: { owner_id: "person" },
      rows: ({ viewer }) => objectiveIsVisible(viewer),
    },
  ),
  table(
    "key_result",
    "key-results",
    "id objective_id title direction start target unit position=place archived_at version",
    { personal: "title unit", impersonal: "direction", permission: "okr:read", called: "title" },
  ),
  table(
    "check_in",
    "check-ins",
    "id key_result_id value=checked-value confidence note by_id at retracts_id",
    {
      personal: "confidence note",
      remembers: "once",
      permission: "okr:read",
      refers: { by_id: "person" },
    },
  ),
  table("initiative_key_result", "initiative-key-results", "id initiative_id key_result_id"),
];
