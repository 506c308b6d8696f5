import "server-only";
import { nothing, type Rule, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const peopleTables = [
  table("department", "departments", "id name archived_at version", {
    impersonal: "name",
    called: "name",
  }),
  table(
    "person",
    "people",
    `id name email language=person-language region=person-region theme=person-theme single_keys is_newcomer
      messages=person-messages digest=person-digest time_zone=person-time-zone department_id manager_id manager_since
      created_at deactivated_at version`,
    {
      impersonal: "name email language region theme messages digest time_zone password_hash",
      permission: "people:read",
      called: "name",
      stays: ["password_hash"],
      instead: {
        email: ownOnly(Prisma.sql`t.email`, Prisma.sql`t.id || '@hidden.invalid'`),
        language: ownOnly(Prisma.sql`t.language`, Prisma.sql`'fr'`),
        region: ownOnly(Prisma.sql`t.region`, nothing),
        theme: ownOnly(Prisma.sql`t.theme`, Prisma.sql`'system'`),
        single_keys: ownOnly(Prisma.sql`t.single_keys`, Prisma.sql`true`),
        messages: ownOnly(Prisma.sql`t.messages`, Prisma.sql`'mail'`),
        digest: ownOnly(Prisma.sql`t.digest`, Prisma.sql`'weekdays'`),
        time_zone: ownOnly(Prisma.sql`t.time_zone`, nothing),
        is_newcomer: ownOnly(Prisma.sql`t.is_newcomer`, Prisma.sql`true`),
        manager_id: ownOnly(Prisma.sql`t.manager_id`, nothing),
        manager_since: ownOnly(Prisma.sql`t.manager_since`, nothing),
      },
    },
  ),
  table(
    "hat",
    "hats",
    "id person_id code=hat-code tribe_id team_id department_id starts_on ends_on version",
    { impersonal: "code", permission: "people:read", after: "team_period" },
  ),
  table("membership", "memberships", "id person_id team_id role starts_on ends_on version", {
    personal: "role",
    permission: "people:read",
  }),
];

/** For those who keep the org chart and for the person. */
function ownOnly(column: Prisma.Sql, instead: Prisma.Sql): Rule {
  return ({ may, me }) =>
    may("people:manage")
      ? null
      : Prisma.sql`CASE WHEN t.id = ${me} THEN ${column} ELSE ${instead} END`;
}
