import "server-only";
import { nothing, ownOnly, type Table, table } from "#lib/export/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Who is there, where, and what they chose. */
export const tablesOfPeople: readonly Table[] = [
  table("department", "departments", "id name archived_at version"),
  table(
    "person",
    "people",
    `id name email language=person-language theme=person-theme single_keys department_id manager_id created_at
      deactivated_at version`,
    {
      permission: "people:read",
      instead: {
        email: ownOnly(Prisma.sql`t.email`, Prisma.sql`t.id || '@hidden.invalid'`),
        language: ownOnly(Prisma.sql`t.language`, Prisma.sql`'fr'`),
        theme: ownOnly(Prisma.sql`t.theme`, Prisma.sql`'system'`),
        single_keys: ownOnly(Prisma.sql`t.single_keys`, Prisma.sql`true`),
        manager_id: ownOnly(Prisma.sql`t.manager_id`, nothing),
      },
    },
  ),
  table("product", "products", "id name archived_at version"),
  table(
    "tribe",
    "tribes",
    "id code=tribe-code name mission position=place band_low band_high archived_at version",
  ),
  table("tribe_period", "tribe-periods", "id tribe_id name=name-then starts_on ends_on"),
  table(
    "team",
    "teams",
    "id name tribe_id position=place specialities band_low band_high archived_at version",
  ),
  table("team_period", "team-periods", "id team_id tribe_id name=name-then starts_on ends_on"),
  table(
    "hat",
    "hats",
    "id person_id code=hat-code tribe_id team_id department_id starts_on ends_on version",
    { permission: "people:read" },
  ),
  table("membership", "memberships", "id person_id team_id role starts_on ends_on version", {
    permission: "people:read",
  }),
  table("setting", "settings", "id=setting-id value=setting-value version", {
    permission: "settings:manage",
  }),
  table("saved_view", "saved-views", "id person_id screen name query created_at version", {
    permission: "saved-view:edit",
    rows: ({ me }) => Prisma.sql`t.person_id = ${me}`,
  }),
];
