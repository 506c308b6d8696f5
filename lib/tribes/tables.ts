import "server-only";
import { table } from "#lib/frame/table.ts";

export const tribesTables = [
  table("product", "products", "id name archived_at version", {
    impersonal: "name",
    called: "name",
  }),
  table(
    "tribe",
    "tribes",
    "id code=tribe-code name mission position=place band_low band_high archived_at version",
    { impersonal: "code name mission", called: "code" },
  ),
  table("tribe_period", "tribe-periods", "id tribe_id name=name-then starts_on ends_on", {
    impersonal: "name",
  }),
  table(
    "team",
    "teams",
    "id name tribe_id position=place specialities band_low band_high archived_at version",
    { impersonal: "name specialities", called: "name" },
  ),
  table("team_period", "team-periods", "id team_id tribe_id name=name-then starts_on ends_on", {
    impersonal: "name",
  }),
];
